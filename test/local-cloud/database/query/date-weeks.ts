import { evalExpr } from 'mingo/core';
import type { ComputeOptions } from './compute-options';

type Expression = (document: unknown, operand: unknown, options: ComputeOptions) => unknown;

/** Day of the year and of the week by mingo, which gets these right in any time zone; null for no date. */
function partsOf(document: unknown, operand: unknown, options: ComputeOptions) {
  const part = (operator: string) => evalExpr(document, { [operator]: operand }, options) as number | null;
  const [year, dayOfYear, weekday] = [part('$year'), part('$dayOfYear'), part('$isoDayOfWeek')];
  return year === null || dayOfYear === null || weekday === null ? null : { year, dayOfYear, weekday };
}

const daysIn = (year: number) => (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000;

/** The year and week that hold this week's Thursday. */
function isoWeekOf({ year, dayOfYear, weekday }: { year: number; dayOfYear: number; weekday: number }) {
  const thursday = dayOfYear + 4 - weekday;
  if (thursday < 1) return { year: year - 1, week: Math.ceil((thursday + daysIn(year - 1)) / 7) };
  if (thursday > daysIn(year)) return { year: year + 1, week: 1 };
  return { year, week: Math.ceil(thursday / 7) };
}

const derived =
  (result: (parts: { year: number; dayOfYear: number; weekday: number }) => number): Expression =>
  (document, operand, options) => {
    const parts = partsOf(document, operand, options);
    return parts && result(parts);
  };

/** Week numbers, which mingo gets wrong around the turn of the year. */
export const WEEK_EXPRESSIONS: Record<`$${string}`, Expression> = {
  /** Weeks start on Sunday; the days before the first Sunday are week 0. */
  $week: derived(({ dayOfYear, weekday }) => Math.floor((dayOfYear + 6 - (weekday % 7)) / 7)),
  $isoWeek: derived((parts) => isoWeekOf(parts).week),
  $isoWeekYear: derived((parts) => isoWeekOf(parts).year),
};
