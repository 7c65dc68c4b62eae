import { randomUUID } from 'node:crypto';
import { dataMap } from '../../src/contracts/data-map';
import type { Facts } from '../../src/contracts/data-map/grammar';
import { sealRow } from '../platform/sealing';
import type { Row } from '../platform/store';

type Audit = Facts<typeof dataMap.audits>;

/** The row about something that somebody of the staff did with a request (P40); `id` where it must happen once only. */
export const staffAudit = (
  action: Audit['action'],
  { requestId, reviewer, outcome }: Pick<Audit, 'requestId' | 'reviewer' | 'outcome'>,
  now: Date,
  id: string = randomUUID(),
): Row<'audits'> =>
  sealRow(dataMap.audits, id, { requestId, reviewer, action, outcome, at: now.toISOString() });
