import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import { DAY, DAY_AND_TIME, endOfDay } from '@/copy/privacy/shared';

dayjs.extend(utc);

/** China keeps one time all year; a phone may be set to another. */
const inBeijing = (iso: string) => dayjs.utc(iso).utcOffset(8);

/** An ISO instant as the day and time in Beijing, in words. */
export const instantInWords = (iso: string): string => inBeijing(iso).format(DAY_AND_TIME);

/** An instant until which something holds, in words; midnight is said as the end of the day before. */
export function endInWords(iso: string): string {
  const end = inBeijing(iso);
  return end.isSame(end.startOf('day'))
    ? endOfDay(end.subtract(1, 'ms').format(DAY))
    : end.format(DAY_AND_TIME);
}

/** An ISO day (already Beijing's) in words. */
export const dayInWords = (isoDay: string): string => dayjs.utc(isoDay).format(DAY);

/** The day in Beijing of an ISO instant, in words. */
export const dayOfInstant = (iso: string): string => inBeijing(iso).format(DAY);
