import { keysOf, requestKinds, type RequestKind } from '../../../src/contracts/request-vocabulary';
import { calendarDays } from './calendar-days';
import {
  addCalendarDays,
  addWorkingDays,
  beijingDay,
  endOfBeijingDay,
  workingDaysBetween,
  type IsoDay,
} from './working-days';

/** Policy §8.6 and §11.3, GB/T 35273-2020 8.7: a request is answered within 15 working days. */
export const REPLY_WORKING_DAYS = 15;

/**
 * Kinds with a shorter clock in working days. A report of a leak is answered for the first time on the next working day
 * (policy §7.3 and §11.2): whether people must be told at once hangs on it (PIPL 57).
 */
const workingDaysByKind: Readonly<Partial<Record<RequestKind, number>>> = { leak: 1 };

/** Deregistration as a whole must fit into the 15 working days, so its cooling-off is at most this long. */
export const LONGEST_COOLING_OFF = 5;

/** Kinds that also have a clock in calendar days; of the two clocks the earlier wins (policy §11.1). */
const calendarDaysByKind: Readonly<Partial<Record<RequestKind, number>>> = { question: 15 };

/** How long an answer may take: working days, and calendar days where that clock counts too. */
export interface ReplyLimit {
  workingDays: number;
  calendarDays: number | null;
}

/** The longest that an answer of each kind may take, for the policy. */
export const replyLimits = Object.fromEntries(
  keysOf(requestKinds).map((kind) => [
    kind,
    {
      workingDays: workingDaysByKind[kind] ?? REPLY_WORKING_DAYS,
      calendarDays: calendarDaysByKind[kind] ?? null,
    },
  ]),
) as Readonly<Record<RequestKind, ReplyLimit>>;

/** A deadline: the last day on which an answer is in time, and whether a missing notice may still move it. */
export interface Deadline {
  dueOn: IsoDay;
  provisional: boolean;
}

/** The place in the staff queue, before the due date: reports of a leak first (P43, P73). */
export const priorityOf = (kind: RequestKind): 0 | 1 => (kind === 'leak' ? 0 : 1);

/** The last day for answering a request of that kind; the clock starts when identity is verified. */
export function replyDeadline(verifiedAt: Date, kind: RequestKind): Deadline {
  const start = beijingDay(verifiedAt);
  const { day, provisional } = addWorkingDays(start, workingDaysByKind[kind] ?? REPLY_WORKING_DAYS);
  const calendarDays = calendarDaysByKind[kind];
  if (calendarDays === undefined) return { dueOn: day, provisional };
  const cap = addCalendarDays(start, calendarDays);
  return {
    dueOn: cap < day ? cap : day,
    // n working days never end before n calendar days, so such a cap decides and no notice can move it.
    provisional: provisional && calendarDays > REPLY_WORKING_DAYS,
  };
}

/** The instant a frozen account may be erased: the end, in Beijing, of the given working day after freezing. */
export function coolingOffEnd(frozenAt: Date, workingDays: number): Date {
  if (workingDays > LONGEST_COOLING_OFF) {
    throw new RangeError(`cooling-off longer than ${String(LONGEST_COOLING_OFF)} working days`);
  }
  return endOfBeijingDay(addWorkingDays(beijingDay(frozenAt), workingDays).day);
}

/** How far off a deadline is now: derived each time, never stored. */
export interface DaysLeft {
  /** Working days that remain after today, the due day included; 0 on the due day and once overdue. */
  workingDays: number;
  overdue: boolean;
  /** Working days past the due day; 0 while in time, and on a weekend right after it. */
  overdueBy: number;
}

/** The working days left until `dueOn`, seen from Beijing's today. */
export function daysLeft(now: Date, dueOn: IsoDay): DaysLeft {
  const today = beijingDay(now);
  const distance = workingDaysBetween(today, dueOn);
  return {
    workingDays: Math.max(distance, 0),
    overdue: today > dueOn,
    overdueBy: Math.max(-distance, 0),
  };
}

/**
 * Every day that is so many working days away from `today`, as `daysLeft` counts: the last of them and the days off
 * behind it, on which a question may be due too (its 15 days are calendar days). No more than the longest holiday has.
 */
export const dueDays = (today: IsoDay, workingDays: number): IsoDay[] =>
  calendarDays(
    addWorkingDays(today, workingDays).day,
    addCalendarDays(addWorkingDays(today, workingDays + 1).day, -1),
  ).map(({ day }) => day);
