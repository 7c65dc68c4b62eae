import { randomUUID } from 'node:crypto';
import { dataMap } from '../../src/contracts/data-map';
import type { Facts } from '../../src/contracts/data-map/grammar';
import { sealRow } from '../platform/sealing';
import type { Row } from '../platform/store';

type Audit = Facts<typeof dataMap.audits>;

type Entered = Pick<Audit, 'enteredBy'>;

/**
 * The account that filled a row of `staff_decisions`, as CloudBase's data models note it in `createBy` (?); not
 * declared in the map, for nothing of ours ever writes it. Nothing where it is no short text.
 */
export function enteredBy({ createBy }: Row<'staff_decisions'> & { createBy?: unknown }): Entered {
  const read = dataMap.audits.fields.enteredBy.schema.safeParse(createBy);
  return read.success ? { enteredBy: read.data } : {};
}

/** The row about something that somebody of the staff did with a request (P40); `id` where it must happen once only. */
export const staffAudit = (
  action: Audit['action'],
  about: Pick<Audit, 'requestId' | 'reviewer' | 'outcome'> & Entered,
  now: Date,
  id: string = randomUUID(),
): Row<'audits'> => sealRow(dataMap.audits, id, { ...about, action, at: now.toISOString() });
