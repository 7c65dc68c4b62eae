import { hkdfSync, randomUUID } from 'node:crypto';
import { dataMap } from '../../src/contracts/data-map';
import { recipients } from '../../src/contracts/data-map/recipients';
import type { LedgerEvent } from '../domain/ledger';
import { beijingDay } from '../domain/calendar/iso-day';
import { admitted, recipientOf, refusalOf, sentBy } from '../domain/sharing';
import type { Member } from './member';
import { openRow, sealRow } from './sealing';
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

/** What must leave recipients because it was cleared here: rows to ask it of them, and the events that say so. */
export interface Recall {
  rows: Row<'disclosures'>[];
  events: LedgerEvent[];
}

/**
 * Asks every recipient that received one of these account fields, or may have, to delete it there too (P51), also where
 * the field is no longer on its list; of nothing else.
 * `requestId` is the request that waits for the answers, where one does.
 */
export function recallOf(member: Member, cleared: readonly string[], now: Date, requestId?: string): Recall {
  const paths = cleared.map((name) => `accounts.${name}`);
  const rows = Object.entries(member.row.shares ?? {}).flatMap(([to, share]) => {
    const sent = sentBy(share, recipientOf(recipients, to));
    const fields = paths.filter((path) => sent.includes(path));
    if (fields.length === 0) return [];
    const row = deletionRow(member, to, fields, now, randomUUID());
    return [requestId === undefined ? row : { ...row, requestId }];
  });
  const events = rows.map(({ _id, to }): LedgerEvent => ({
    type: 'sharing.deletion-asked',
    body: { recipient: to, disclosure: _id, ...(requestId !== undefined && { requestId }) },
  }));
  return { rows, events };
}

/** Account fields, as paths, that get another value than they have. */
function renewedBy({ row, key }: Member, facts: Readonly<Record<string, unknown>>): string[] {
  const before: Readonly<Record<string, unknown>> = openRow(dataMap.accounts, row, key);
  return Object.entries(facts).flatMap(([name, value]) =>
    value === null || value === before[name] ? [] : [`accounts.${name}`],
  );
}

/** A delivery of such of these fields as the recipient was sent and may still receive; none where that is nothing. */
export function redelivery(
  member: Member,
  to: string,
  paths: readonly string[],
  now: Date,
): Row<'disclosures'>[] {
  const recipient = recipientOf(recipients, to);
  const share = member.row.shares?.[to];
  // Whether the operator has connected it is looked at when the delivery leaves, as for any other.
  const refusal = refusalOf(recipients, to, { connected: true, today: beijingDay(now), share });
  if (!recipient || !share || refusal !== undefined) return [];
  const sent = sentBy(share, recipient);
  const fields = admitted(recipient, paths).fields.filter((path) => sent.includes(path));
  return fields.length === 0 ? [] : [deliveryRow(member, to, fields, now, randomUUID())];
}

/**
 * Deliveries of account facts that change, one for each recipient that was sent the old value and may still receive it:
 * nobody is to go on working with what the person has corrected (PIPL 8, 46).
 */
export function renewalsOf(
  member: Member,
  facts: Readonly<Record<string, unknown>>,
  now: Date,
): Row<'disclosures'>[] {
  const holders = Object.keys(member.row.shares ?? {});
  const renewed = holders.length === 0 ? [] : renewedBy(member, facts);
  return holders.flatMap((to) => redelivery(member, to, renewed, now));
}
