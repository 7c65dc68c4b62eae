import type { RequestSummary } from './model';

/** Policy 8.6 and 11: all the working days there are; a leak is answered by the end of the next one. */
const WORKING_DAYS = 15;
const LEAK_WORKING_DAYS = 1;

const DAY_MS = 24 * 60 * 60_000;
const BEIJING_MS = 8 * 60 * 60_000;

/**
 * All the working days a request has from its first day to its last, for the ring's share. A question ends after 15
 * calendar days, which hold fewer: its weekdays are counted, for only the server knows the holidays, and the days
 * left are the server's.
 */
export function allWorkingDays({
  kind,
  submittedAt,
  dueOn,
}: Pick<RequestSummary, 'kind' | 'submittedAt' | 'dueOn'>): number {
  if (kind === 'leak') return LEAK_WORKING_DAYS;
  if (kind !== 'question') return WORKING_DAYS;
  const dayNumber = (at: number): number => Math.floor(at / DAY_MS);
  const first = dayNumber(Date.parse(submittedAt) + BEIJING_MS) + 1;
  const last = dayNumber(Date.parse(dueOn));
  const days = Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
  // Day 0 of the epoch was a Thursday.
  return days.filter((day) => (day + 4) % 7 !== 0 && (day + 4) % 7 !== 6).length;
}
