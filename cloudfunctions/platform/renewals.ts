import { randomUUID } from 'node:crypto';
import { accountFact, accountPath } from '../../src/contracts/data-map/derive/field-path';
import { recipients } from '../../src/contracts/data-map/recipients';
import { beijingDay } from '../domain/calendar/iso-day';
import { admitted, recipientOf, refusalOf, sentBy } from '../domain/sharing';
import { askBack, deliveryRow, together, type Recall } from './disclosures';
import { factOf, type Member } from './member';
import type { Row } from './store';
import { Unreadable } from './unreadable';

type Facts = Readonly<Record<string, unknown>>;

/** Whether a sent fact gets another value than it has. What does not open is no value that the new one could equal. */
function isRenewed(member: Member, path: string, facts: Facts): boolean {
  const name = accountFact(path);
  const value = name && (facts[name] ?? null);
  if (!name || value === null) return false;
  try {
    return value !== factOf(member, name);
  } catch (error) {
    if (error instanceof Unreadable) return true;
    throw error;
  }
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

/** One recipient's part: the new values that it may have, and of the old ones that it may not, their deletion. */
function renewalAt(member: Member, to: string, renewed: readonly string[], now: Date): Recall {
  const rows = redelivery(member, to, renewed, now);
  const replaced = rows.flatMap(({ fields }) => fields);
  // Where the person withdrew, the withdrawal asked everything back.
  const isHeld = member.row.shares?.[to]?.granted === true;
  const stale = isHeld ? renewed.filter((path) => !replaced.includes(path)) : [];
  return together([{ rows, events: [] }, askBack(member, to, stale, now)]);
}

/**
 * What recipients are owed when account facts change: whoever was sent the old value gets the new one, or is asked to
 * delete the old one where nothing may go there any more. Nobody is to go on working with what the person has corrected
 * (PIPL 8, 46). Of the person's columns only those are opened that were sent to somebody and are written now.
 */
export function renewalsOf(member: Member, facts: Facts, now: Date): Recall {
  const holdings = Object.entries(member.row.shares ?? {}).map(
    ([to, share]) => [to, sentBy(share, recipientOf(recipients, to))] as const,
  );
  const written = new Set<string>(Object.keys(facts).map(accountPath));
  const sent = new Set(holdings.flatMap(([, paths]) => paths).filter((path) => written.has(path)));
  const renewed = [...sent].filter((path) => isRenewed(member, path, facts));
  return together(
    holdings.map(([to, paths]) =>
      renewalAt(
        member,
        to,
        renewed.filter((path) => paths.includes(path)),
        now,
      ),
    ),
  );
}
