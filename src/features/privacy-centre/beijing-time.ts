import { dayAndTime, dayOnly } from '@/copy/privacy/shared';

/** China keeps one time all year; a phone may be set to another. */
const AHEAD_MS = 8 * 60 * 60_000;

const MIDNIGHT = '00:00';

const two = (count: number) => String(count).padStart(2, '0');

/** An ISO instant as the day and time in Beijing, in words. */
export function instantInWords(iso: string): string {
  const there = new Date(Date.parse(iso) + AHEAD_MS);
  return dayAndTime({
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    time: `${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`,
  });
}

/**
 * An instant until which something holds, in words. Days end at 24:00: the same moment named 0:00 of the next day would
 * make people think they have a day more.
 */
export function endInWords(iso: string): string {
  const justBefore = new Date(Date.parse(iso) - 1).toISOString();
  const words = instantInWords(iso);
  return words.endsWith(MIDNIGHT) ? `${instantInWords(justBefore).slice(0, -MIDNIGHT.length)}24:00` : words;
}

/** An ISO day (already Beijing's) in words. */
export function dayInWords(isoDay: string): string {
  const [year = 0, month = 0, day = 0] = isoDay.split('-').map(Number);
  return dayOnly({ year, month, day });
}
