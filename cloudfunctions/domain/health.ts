import type * as z from 'zod/mini';
import type { signal, SignalName } from '../../src/contracts/health';

type Signal = z.infer<typeof signal>;

/** What was counted of one signal, and the oldest of it. */
export interface Counted {
  count: number;
  since: string | null;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long each thing may take before it counts as late, in milliseconds unless the name says days. */
export const patience = {
  erasureBegins: HOUR_MS,
  erasureEnds: DAY_MS,
  messageLeaves: HOUR_MS,
  deliveryLeaves: DAY_MS,
  lately: DAY_MS,
  dueSoonWorkingDays: 2,
  /** An agreement that ends sooner should be in renewal. */
  agreementDays: 30,
} as const;

/** How many days have passed since a day began, in UTC, as anchors count them. */
export const daysSince = (day: string, now: Date): number =>
  Math.floor((now.getTime() - Date.parse(day)) / DAY_MS);

/** From how many on somebody should look, and from how many on at once; a signal without both only tells. */
interface Bounds {
  watch?: number;
  alarm?: number;
}

/** A day that passed without an answer is a broken promise (P59); what only grows is looked at before it is one. */
const bounds: Readonly<Record<SignalName, Bounds>> = {
  queue: {},
  'due-soon': { watch: 1 },
  overdue: { alarm: 1 },
  failed: { alarm: 1 },
  // A run of `reconcile` takes 500, and one begins each minute.
  decisions: { watch: 500, alarm: 2500 },
  'erasures-due': {},
  'erasures-late': { alarm: 1 },
  'erasures-stuck': { alarm: 1 },
  erased: {},
  'messages-late': { watch: 1, alarm: 100 },
  'messages-failed': { watch: 1 },
  'deliveries-late': { alarm: 1 },
  // The day before is anchored by the first run of a new day.
  anchors: { watch: 2, alarm: 3 },
  provisional: { watch: 1 },
  calendar: { alarm: 1 },
  agreements: { watch: 1 },
  // The timer works on it; what stays, somebody edited by hand.
  'schema-older': {},
  'schema-unknown': { alarm: 1 },
};

const reached = (count: number, bound: number | undefined): boolean => bound !== undefined && count >= bound;

/** A count with its verdict. */
export function judged(name: SignalName, { count, since }: Counted): Signal {
  const { watch, alarm } = bounds[name];
  const verdict = reached(count, alarm) ? 'alarm' : reached(count, watch) ? 'watch' : 'good';
  return { name, verdict, count, since };
}

/** Recipients' agreements that end by a day, and the first such day; what has ended already is among them. */
export function endingBy(day: string, recipients: readonly { agreement: { expiresOn: string } }[]): Counted {
  const ends = recipients
    .map(({ agreement }) => agreement.expiresOn)
    .filter((end) => end <= day)
    .sort();
  return { count: ends.length, since: ends[0] ?? null };
}
