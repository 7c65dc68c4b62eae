import { randomUUID } from 'node:crypto';
import { dataMap } from '../../src/contracts/data-map';
import { sealRow } from './sealing';
import type { Row } from './store';

/** A row about an operator's action; `about` is the random id of what it touched, `reference` the case. */
export const auditRow = (
  action: Row<'audits'>['action'],
  { reference, by, about, now }: { reference: string; by: string; about: string; now: Date },
): Row<'audits'> =>
  sealRow(dataMap.audits, randomUUID(), {
    requestId: reference,
    reviewer: by,
    action,
    outcome: about,
    at: now.toISOString(),
  });
