import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import { exportCopy } from '../../copy/export';

dayjs.extend(utc);

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** An instant as a person in China reads it; anything else stays as it is. */
export const momentInWords = (at: string): string =>
  instant.test(at) ? dayjs.utc(at).utcOffset(8).format(exportCopy.dayAndTime) : at;

/** A calendar day, `YYYY-MM-DD`, as a person in China reads it. */
export const dayInWords = (day: string): string => dayjs.utc(day).format(exportCopy.day);
