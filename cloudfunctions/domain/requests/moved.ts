import type { Facts } from '../../../src/contracts/data-map/grammar';
import type { dataMap } from '../../../src/contracts/data-map';
import { requestStates, type RequestState } from '../../../src/contracts/request-vocabulary';
import { replyDeadline, type Deadline } from '../calendar/deadlines';
import { NO_CODE } from './letter-code';
import { moves, moverOf, startsClock, type MoveName } from './moves';

type RequestFacts = Facts<typeof dataMap.requests>;
/** One step of a request's life, as it stands in its history; no word of anyone's. */
export type Step = NonNullable<RequestFacts['history']>[number];

/** As much of a request as a move changes. */
export type Head = Pick<RequestFacts, 'kind' | 'askedBy' | 'state' | 'open' | 'version' | 'history'>;

/** What a move makes of a request's plain columns, and of the person's count of open ones. */
export interface Moved {
  columns: {
    state: RequestState;
    open: boolean;
    closedAt: string | null;
    version: number;
    history: Step[];
    /** From now on the list for staff is behind. */
    staleSince: string;
  } & Partial<Deadline & { clockFrom: string; verifiedAt: string } & typeof NO_CODE>;
  openDelta: -1 | 0 | 1;
}

/** A long life is told by its last steps; each of them is in the ledger too. */
const MOST_STEPS = 40;

/** As much of a life as a row keeps. */
export const lastSteps = (history: readonly Step[]): Step[] => history.slice(-MOST_STEPS);

/**
 * What a move makes of a request: the only place where a state, an end or a deadline is written. `to` says
 * where, of several ends, and must be one of the table's. Throws RangeError for a place that the move does not lead to.
 */
export function moved(head: Head, name: MoveName, now: Date, to: RequestState = moves[name].to[0]): Moved {
  const move = moves[name];
  if (!(move.to as readonly RequestState[]).includes(to))
    throw new RangeError(`the move ${name} does not lead to ${to}`);
  const { open } = requestStates[to];
  const at = now.toISOString();
  return {
    columns: {
      state: to,
      open,
      closedAt: open ? null : at,
      version: head.version + 1,
      history: lastSteps([
        ...(head.history ?? []),
        { at, move: name, by: moverOf(name, head.askedBy), state: to },
      ]),
      staleSince: at,
      ...(startsClock(name) && { ...replyDeadline(now, head.kind), clockFrom: at }),
      ...(name === 'verify' && { verifiedAt: at }),
      // A letter's code is for its verification alone, and goes with the wait for that, however it ends.
      ...(head.state === 'submitted' && NO_CODE),
    },
    openDelta: (Number(open) - Number(head.open)) as -1 | 0 | 1,
  };
}
