import { randomUUID } from 'node:crypto';
import { dataMap } from '../../src/contracts/data-map';
import { operatorAudits } from '../../src/contracts/operator-audits';
import { sealRow } from './sealing';
import type { Row } from './store';

type Table = typeof operatorAudits;
/** The operator's calls that leave a row. */
type Audited = { [Name in keyof Table]: Table[Name] extends null ? never : Name }[keyof Table];

/**
 * The row about an operator's call (P40): `reference` is the case, `about` the random id of what it touched, how many
 * or what became of them, `by` who did it.
 */
export const auditRow = (
  operation: Audited,
  { reference, by, about, now }: { reference: string; by: string; about: string; now: Date },
): Row<'audits'> =>
  sealRow(dataMap.audits, randomUUID(), {
    requestId: reference,
    reviewer: by,
    action: operatorAudits[operation],
    outcome: about,
    at: now.toISOString(),
  });
