import { addCalendarDays, weekday, type IsoDay } from './iso-day';
import { statutoryYears } from './statutory-days';

export { addCalendarDays, beijingDay, endOfBeijingDay, weekday, type IsoDay } from './iso-day';

/** Every day a notice speaks of: true = worked although a weekend, false = off. */
const ordered = new Map<IsoDay, boolean>();
for (const { breaks } of Object.values(statutoryYears)) {
  for (const { from, to, worked } of breaks) {
    for (let day: IsoDay = from; day <= to; day = addCalendarDays(day, 1)) ordered.set(day, false);
    for (const day of worked) ordered.set(day, true);
  }
}

/** Whether the State Council's notice for the day's year is in the table. */
export function isStatutoryYearKnown(day: IsoDay): boolean {
  return Number(day.slice(0, 4)) in statutoryYears;
}

/** Whether people in mainland China work on that day; without a notice for the year, Monday to Friday. */
export function isWorkingDay(day: IsoDay): boolean {
  const plain = weekday(day) !== 0 && weekday(day) !== 6;
  return ordered.get(day) ?? plain;
}

/**
 * The `count`-th working day after `from`; counting starts the day after, as in civil procedure.
 * `provisional` means that a year without a notice was used, so that the day may still move.
 */
export function addWorkingDays(from: IsoDay, count: number): { day: IsoDay; provisional: boolean } {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a count of days: ${String(count)}`);
  let day = addCalendarDays(from, 0);
  let provisional = false;
  for (let left = count; left > 0;) {
    day = addCalendarDays(day, 1);
    provisional ||= !isStatutoryYearKnown(day);
    if (isWorkingDay(day)) left -= 1;
  }
  return { day, provisional };
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(from: IsoDay, to: IsoDay): number {
  if (to < from) {
    const backwards = workingDaysBetween(to, from);
    return backwards === 0 ? 0 : -backwards;
  }
  let count = 0;
  for (let day = from; day < to;) {
    day = addCalendarDays(day, 1);
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}
