import { requestStates, type RequestKind, type RequestState } from '../../src/contracts/request-vocabulary';
import { beijingDay, workingDaysBetween } from './calendar/working-days';

/** Counts by name; `longest…` is a maximum, everything else a sum. */
export type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The plain columns of a request that tell how its deadline was kept. */
export interface Handled {
  subject: string;
  kind: RequestKind;
  state: RequestState;
  open: boolean;
  verifiedAt?: string | undefined;
  dueOn: string;
  decidedAt?: string | undefined;
  history?: readonly { state: RequestState }[] | undefined;
}

const isLongest = (name: string) => name.startsWith('longest');

/** Two pages of figures as one. */
export function added(one: Figures, two: Figures): Figures {
  const sums: Record<string, Record<string, number>> = {};
  for (const figures of [one, two])
    for (const [name, counts] of Object.entries(figures)) {
      const into = (sums[name] ??= {});
      for (const [what, count] of Object.entries(counts)) {
        const known = into[what] ?? 0;
        into[what] = isLongest(what) ? Math.max(known, count) : known + count;
      }
    }
  return sums;
}

/** Figures of single rows, each under a name with the counts it adds. */
export const tallied = (
  rows: readonly (readonly [name: string, counts: Readonly<Record<string, number>>])[],
) => rows.reduce<Figures>((sum, [name, counts]) => added(sum, { [name]: counts }), {});

/** What is not answered for itself: taken back, or answered with another one. */
const unanswered: readonly RequestState[] = ['cancelled', 'duplicate'];

/** Whether it was open when its account was erased, which ends it without a step of its own. */
const endedWithAccount = ({ open, state, history = [] }: Handled, isAlive: boolean): boolean =>
  open ? !isAlive : state === 'cancelled' && (history.at(-1)?.state ?? state) !== 'cancelled';

/**
 * How one request stands against its deadline, as seen at `now`: what was answered is in time when its last answer came
 * by the due day in Beijing; what its person took back, or left open when the account was erased, needs no answer. What
 * was replaced after an edit by hand is not counted: the request that goes on is the same one.
 */
export function standingOf(row: Handled, isAlive: boolean, now: Date): Record<string, number> {
  if (row.state === 'replaced') return {};
  const received = { received: 1 };
  if (endedWithAccount(row, isAlive)) return { ...received, leftWithAccount: 1 };
  if (unanswered.includes(row.state)) return { ...received, withdrawn: 1 };
  if (row.open || row.decidedAt === undefined)
    return {
      ...received,
      open: 1,
      overdue: Number(requestStates[row.state].waitsFor === 'staff' && beijingDay(now) > row.dueOn),
    };
  const decidedOn = beijingDay(new Date(row.decidedAt));
  const isInTime = decidedOn <= row.dueOn;
  return {
    ...received,
    ...(isInTime ? { inTime: 1 } : { late: 1 }),
    ...(row.verifiedAt !== undefined && {
      longestWorkingDays: workingDaysBetween(beijingDay(new Date(row.verifiedAt)), decidedOn),
    }),
  };
}
