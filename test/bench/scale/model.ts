import { functions } from '../../../config/functions';
import {
  activity,
  BUSIEST_HOUR,
  DENSER,
  ERASED,
  SECONDS_A_CALL,
  SECONDS_BESIDES,
  type Act,
} from './activity';
import { plans, points, POINTS_A_YUAN, QPS } from './prices';

/** Calls of the database, and how many of them only read. */
export interface Calls {
  calls: number;
  reads: number;
}

/** What was measured, of which all else follows. */
export interface Measured {
  /** Of each operation, once. */
  acts: Readonly<Record<Act, Calls>>;
  /** Of a run of each timer with nothing to do. */
  idle: Readonly<Record<Timer, Calls>>;
  /** For each person who is erased. */
  erasing: Calls;
  /** Bytes of the rows of one account, its ledger and what it wrote. */
  bytes: number;
}

/** What a month needs. */
export interface Need extends Calls {
  invocations: number;
  gbSeconds: number;
  gigabytes: number;
}

/** What a month costs with so many accounts. */
export interface Month extends Need {
  accounts: number;
  /** Requests a second, of the functions and of the database, at the worst moment of the busiest hour. */
  peak: number;
  points: number;
  yuan: number;
  /** The smallest plan whose points and time suffice; undefined where none does. */
  plan: string | undefined;
  /** What stands in the way of the next smaller plan, or of going on as it is. */
  binds: string;
}

type Timer = 'reconcile' | 'retention';

const DAYS = 30;
const HOUR = 3600;
/** Runs of a month: one each minute, and one each ten minutes. */
const RUNS: Readonly<Record<Timer, number>> = { reconcile: DAYS * 24 * 60, retention: DAYS * 24 * 6 };
const configured = Object.values(functions);
const GIGABYTES = Math.max(...configured.map(({ memorySize }) => memorySize)) / 1024;
const LONGEST_RUN = Math.max(...configured.map(({ timeout }) => timeout));

const sum = (parts: readonly (Calls & { times: number })[]): Calls & { invocations: number } => ({
  calls: parts.reduce((all, { calls, times }) => all + calls * times, 0),
  reads: parts.reduce((all, { reads, times }) => all + reads * times, 0),
  invocations: parts.reduce((all, { times }) => all + times, 0),
});

const withSeconds = (need: Calls & { invocations: number }, gigabytes: number): Need => ({
  ...need,
  gigabytes,
  gbSeconds: (need.invocations * SECONDS_BESIDES + need.calls * SECONDS_A_CALL) * GIGABYTES,
});

/** What a thousand accounts need in a month; what the timers need whoever is there is not in it. */
export function perThousand({ acts, erasing, bytes }: Measured): Need {
  const done = sum((Object.keys(activity) as Act[]).map((act) => ({ ...acts[act], times: activity[act] })));
  const erased = { calls: erasing.calls * ERASED, reads: erasing.reads * ERASED };
  const all = { calls: done.calls + erased.calls, reads: done.reads + erased.reads };
  return withSeconds({ ...all, invocations: done.invocations }, (bytes * 1000) / 1e9);
}

/** What the timers need whoever is there. */
export const fixed = ({ idle }: Measured): Need =>
  withSeconds(sum((Object.keys(RUNS) as Timer[]).map((name) => ({ ...idle[name], times: RUNS[name] }))), 0);

/** What a month costs in yuan. */
export const yuanOf = (need: Need): number => pointsOf(need) / POINTS_A_YUAN;

const pointsOf = ({ calls, invocations, gbSeconds, gigabytes }: Need): number =>
  calls * points.databaseCall +
  invocations * points.invocation +
  gbSeconds * points.gbSecond +
  gigabytes * DAYS * points.gbDay;

function bindingOf(used: number, peak: number): Pick<Month, 'plan' | 'binds'> {
  const at = plans.findIndex((plan) => plan.points >= used && plan.timeout >= LONGEST_RUN);
  const plan = plans[at]?.name;
  if (peak > QPS) return { plan, binds: `${String(QPS)} requests a second` };
  if (plan === undefined) return { plan, binds: 'points' };
  const smaller = plans[at - 1];
  return { plan, binds: smaller && smaller.timeout < LONGEST_RUN ? 'time of a function' : 'points' };
}

/** A month with so many accounts. */
export function monthOf(accounts: number, measured: Measured): Month {
  const [each, timers] = [perThousand(measured), fixed(measured)];
  const need = Object.fromEntries(
    (Object.keys(each) as (keyof Need)[]).map((of) => [of, (accounts / 1000) * each[of] + timers[of]]),
  ) as unknown as Need;
  const requests = (accounts / 1000) * (each.calls + each.invocations);
  const peak = ((requests / DAYS) * BUSIEST_HOUR * DENSER) / HOUR;
  const used = pointsOf(need);
  return { ...need, accounts, peak, points: used, yuan: used / POINTS_A_YUAN, ...bindingOf(used, peak) };
}
