import { dataMap } from '../../src/contracts/data-map';
import type { EventType } from '../../src/contracts/events';
import { moves, type MoveName } from '../domain/requests/moves';
import { isUntouched } from '../platform/guard';
import type { Row, Store } from '../platform/store';
import type { Heard, Unheard } from './heard';

/** More than one person ever has. */
const MOST_REQUESTS = 1000;

const keyOf = ({ type, at }: Unheard): string => `${type} ${at}`;

type Channel = NonNullable<Row<'requests'>['channel']>;

/** The event of filing, by the way it came. */
const filings: Record<Channel, EventType> = { app: 'request.submitted', email: 'request.recorded' };

function eventOf(move: string, channel: Channel): EventType | undefined {
  if (move === 'submit') return filings[channel];
  return Object.hasOwn(moves, move) ? moves[move as MoveName].event : undefined;
}

/** The steps of a request as events; one that was filed anew keeps the day of another's filing. */
const stepsOf = ({ history = [], channel = 'app' }: Row<'requests'>, isRefiled: boolean): string[] =>
  history.flatMap(({ at, move }) => {
    const type = isRefiled && move === 'submit' ? undefined : eventOf(move, channel);
    return type === undefined ? [] : [keyOf({ type, at })];
  });

/** Takes one of equal members out of a list; answers whether there was one. */
function take(list: string[], member: string): boolean {
  const index = list.indexOf(member);
  if (index >= 0) list.splice(index, 1);
  return index >= 0;
}

/**
 * Whether each event whose content is lost is certainly about another request of the person's than this one: a step of
 * one that nobody touched, which no other event of the chain tells. Nobody without the key can have written such a
 * step. What makes no step, such as a picture that came, is certain of none.
 */
export async function isToldElsewhere(
  store: Store,
  subject: string,
  requestId: string,
  { told, unheard }: Heard,
): Promise<boolean> {
  if (unheard.length === 0) return true;
  const newest = { orderBy: ['submittedAt', 'desc'], limit: MOST_REQUESTS } as const;
  const rows = await store.find('requests', { subject }, newest);
  const others = rows.filter((row) => row._id !== requestId && isUntouched(dataMap.requests, row));
  const ids = new Set<unknown>(others.map(({ _id }) => _id));
  const refiled = told.filter(({ type }) => type === 'request.refiled').map(({ body }) => body['requestId']);
  const steps = others.flatMap((row) => stepsOf(row, refiled.includes(row._id)));
  for (const event of told) if (ids.has(event.body['requestId'])) take(steps, keyOf(event));
  return unheard.every((event) => take(steps, keyOf(event)));
}
