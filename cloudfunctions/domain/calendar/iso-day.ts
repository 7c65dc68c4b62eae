/** A Beijing calendar day, such as '2026-11-23'. Days compare correctly as plain strings. */
export type IsoDay = string;

const DAY_MS = 86_400_000;
/** Beijing has kept UTC+8 without summer time since 1991, so a fixed offset is exact and needs no zone data. */
const BEIJING_OFFSET_MS = 8 * 3_600_000;

/** Milliseconds of the day's UTC midnight; a malformed or impossible day is a bug and throws RangeError. */
function utcMidnight(day: IsoDay): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  // Date.parse rolls '2026-02-30' over in some engines; only a day that prints back unchanged exists.
  if (Number.isNaN(at) || dayOfUtc(at) !== day) throw new RangeError(`not an ISO day: ${day}`);
  return at;
}

const dayOfUtc = (at: number): IsoDay => new Date(at).toISOString().slice(0, 10);

/** The calendar day in Beijing at that instant, whatever the machine's own time zone. */
export function beijingDay(at: Date): IsoDay {
  return dayOfUtc(at.getTime() + BEIJING_OFFSET_MS);
}

/** The instant 24:00 Beijing of that day, which is 00:00 of the next. */
export function endOfBeijingDay(day: IsoDay): Date {
  return new Date(utcMidnight(day) + DAY_MS - BEIJING_OFFSET_MS);
}

/** The day `count` calendar days later (earlier when negative). */
export function addCalendarDays(day: IsoDay, count: number): IsoDay {
  return dayOfUtc(utcMidnight(day) + count * DAY_MS);
}

/** Day of the week, 0 = Sunday. */
export function weekday(day: IsoDay): number {
  return new Date(utcMidnight(day)).getUTCDay();
}
