import * as z from 'zod/mini';
import { incidentCopy } from '../../cloudfunctions/copy/operator-notices';
import { addCalendarDays, endOfBeijingDay } from '../../cloudfunctions/domain/calendar/working-days';
import { leakOf } from '../../cloudfunctions/retention/incident-field';
import type { Field } from '../../src/contracts/data-map/grammar';
import type { Input } from '../../src/contracts/operation';
import type { operator as operations } from '../../src/contracts/operator';
import { isoDay } from '../../src/contracts/values';
import { leakable } from './choices';
import { CannotOperate } from './run';

type Breach = Omit<Input<typeof operations.incident>, 'by'>;

const moment = z.iso.datetime({ offset: true });
/** Beijing keeps UTC+8 all year. */
const BEIJING_OFFSET_MS = 8 * 3_600_000;

/** An instant in Beijing to the second, such as `2026-11-01 08:00:00`, as spreadsheets read it. */
export const beijingSecond = (instant: string): string =>
  new Date(Date.parse(instant) + BEIJING_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');

/** A day begins at its first millisecond in Beijing and ends with its last. */
function instantOf(option: 'from' | 'to', given: string | undefined): string {
  if (isoDay.safeParse(given).success && given !== undefined) {
    const ends = endOfBeijingDay(option === 'to' ? given : addCalendarDays(given, -1)).getTime();
    return new Date(option === 'to' ? ends - 1 : ends).toISOString();
  }
  if (given === undefined || !moment.safeParse(given).success)
    throw new CannotOperate(incidentCopy.badTime(option, given));
  return new Date(given).toISOString();
}

/** Each field that a breach can be of, with its name. */
const nameable = (): string[] => Object.entries(leakable).map(([path, label]) => `  ${path}（${label}）`);

/** What an operator's arguments say of a breach; throws `CannotOperate` that names the argument which is wrong. */
export function breachIn(given: { field?: string; from?: string; to?: string }): {
  breach: Breach;
  declared: Field;
} {
  const { field } = given;
  const leak = field !== undefined && Object.hasOwn(leakable, field) ? leakOf(field) : undefined;
  if (field === undefined || !leak?.ok) throw new CannotOperate(incidentCopy.badField(field, nameable()));
  const [from, to] = [instantOf('from', given.from), instantOf('to', given.to)];
  if (from > to) throw new CannotOperate(incidentCopy.backwards);
  return { breach: { field, from, to }, declared: leak.data.field };
}
