import { hkdfSync, randomUUID } from 'node:crypto';
import { dataMap } from '../../src/contracts/data-map';
import { accountPath } from '../../src/contracts/data-map/derive/field-path';
import { recipients } from '../../src/contracts/data-map/recipients';
import type { LedgerEvent } from '../domain/ledger';
import { recipientOf, sentBy } from '../domain/sharing';
import type { Member } from './member';
import { sealRow } from './sealing';
import type { Row } from './store';

/** Who a row is about, and by which key the name is made. */
type Subject = Pick<Member, 'id' | 'key'>;

/**
 * The name by which one recipient knows one person: random to everyone without the subject's key, another one for each
 * recipient, so that two of them cannot compare, and gone with the key. Derived, so that nothing needs to store it.
 */
export const referenceOf = ({ key }: Pick<Member, 'key'>, recipient: string): string =>
  Buffer.from(hkdfSync('sha256', key, '', `recipient|${recipient}`, 24)).toString('base64url');

const rowOf =
  (kind: 'delivery' | 'deletion') =>
  (subject: Subject, to: string, fields: readonly string[], now: Date, id: string): Row<'disclosures'> =>
    sealRow(dataMap.disclosures, id, {
      subject: subject.id,
      to,
      kind,
      fields: [...fields],
      reference: referenceOf(subject, to),
      state: 'waiting',
      tries: 0,
      createdAt: now.toISOString(),
      nextAt: now.toISOString(),
    });

/** A delivery that waits for `reconcile`; its id is the Idempotency-Key under which it leaves, however often. */
export const deliveryRow = rowOf('delivery');
/** A deletion that waits to be asked of a recipient: of these fields only. */
export const deletionRow = rowOf('deletion');

/** Rows to be asked of recipients, and the events of the person's chain that say so. */
export interface Recall {
  rows: Row<'disclosures'>[];
  events: LedgerEvent[];
}

/** Asks one recipient to delete these fields; `requestId` is the request that waits for the answer, where one does. */
export function askBack(
  member: Member,
  to: string,
  fields: readonly string[],
  now: Date,
  requestId?: string,
): Recall {
  if (fields.length === 0) return { rows: [], events: [] };
  const waiting = requestId === undefined ? {} : { requestId };
  const row = { ...deletionRow(member, to, fields, now, randomUUID()), ...waiting };
  const body = { recipient: to, disclosure: row._id, ...waiting };
  return { rows: [row], events: [{ type: 'sharing.deletion-asked', body }] };
}

/** Several at once. */
export const together = (recalls: readonly Recall[]): Recall => ({
  rows: recalls.flatMap(({ rows }) => rows),
  events: recalls.flatMap(({ events }) => events),
});

/**
 * Asks every recipient that received one of these account fields, or may have, to delete it there too (P51), also where
 * the field is no longer on its list; of nothing else.
 */
export function recallOf(member: Member, cleared: readonly string[], now: Date, requestId?: string): Recall {
  const paths = new Set<string>(cleared.map(accountPath));
  const asked = Object.entries(member.row.shares ?? {}).map(([to, share]) => {
    const fields = sentBy(share, recipientOf(recipients, to)).filter((path) => paths.has(path));
    return askBack(member, to, fields, now, requestId);
  });
  return together(asked);
}
