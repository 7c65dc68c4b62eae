import * as z from 'zod/mini';
import { incidentCopy } from '../../cloudfunctions/copy/operator-notices';
import { addCalendarDays, endOfBeijingDay } from '../../cloudfunctions/domain/calendar/working-days';
import { leakOf } from '../../cloudfunctions/retention/incident-field';
import { dataMap } from '../../src/contracts/data-map';
import type { Collection, Field } from '../../src/contracts/data-map/grammar';
import type { Input } from '../../src/contracts/operation';
import { operator as operations } from '../../src/contracts/operator';
import { isoDay } from '../../src/contracts/values';
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

const isNameable = (path: string) => operations.incident.input.shape.field.safeParse(path).success;

/** Each field that a breach can be of, with its name. */
const nameable = (): string[] =>
  (Object.values(dataMap) as Collection[]).flatMap(({ name, label, fields }) =>
    Object.entries(fields)
      .filter(([field]) => isNameable(`${name}.${field}`) && leakOf(`${name}.${field}`))
      .map(([field, declared]) => `  ${name}.${field}（${label}：${declared.label}）`),
  );

/** What an operator's arguments say of a breach; throws `CannotOperate` that names the argument which is wrong. */
export function breachIn(given: { field?: string; from?: string; to?: string }): {
  breach: Breach;
  declared: Field;
} {
  const { field } = given;
  const leak = field !== undefined && isNameable(field) ? leakOf(field) : undefined;
  if (field === undefined || !leak) throw new CannotOperate(incidentCopy.badField(field, nameable()));
  const [from, to] = [instantOf('from', given.from), instantOf('to', given.to)];
  if (from > to) throw new CannotOperate(incidentCopy.backwards);
  return { breach: { field, from, to }, declared: leak.field };
}
