import { randomUUID } from 'node:crypto';
import type { consent } from '../../src/contracts/consent';
import { labelAt } from '../../src/contracts/data-map/derive/field-path';
import { recipientKinds, recipients, type Recipient } from '../../src/contracts/data-map/recipients';
import { fail } from '../../src/contracts/errors';
import type { Output } from '../../src/contracts/operation';
import { ok } from '../../src/contracts/result';
import { beijingDay } from '../domain/calendar/iso-day';
import { mayReceive } from '../domain/child';
import { currentPolicy } from '../domain/policy/archive';
import { needsAgreement, policyFor } from '../domain/policy/terms';
import {
  isEnded,
  isExpired,
  isGranted,
  isVoided,
  needsGrant,
  recipientOf,
  sentBy,
  termsOf,
} from '../domain/sharing';
import { connections } from '../platform/connections';
import { deletionRow, deliveryRow } from '../platform/disclosures';
import type { Handlers } from '../platform/handler';
import { findAccount, record, requireMember, type Deed } from '../platform/member';
import type { Row } from '../platform/store';

type Consent = Handlers<typeof consent>;
type State = Output<typeof consent.recipients>['items'][number]['state'];

function stateOf(id: string, recipient: Recipient, now: Date): State {
  const today = beijingDay(now);
  if (isEnded(recipient, today)) return 'ended';
  if (isExpired(recipient, today)) return 'expired';
  // The platform the mini program itself runs on needs no address of the operator's.
  return !needsGrant(recipient) || connections().has(id) ? 'in-use' : 'not-connected';
}

/** Everyone who can receive something, straight from the map, with the caller's own choices (P28). */
export const listRecipients: Consent['recipients'] = async (call) => {
  const row = await findAccount(call);
  if (row && row.status !== 'active') return fail('FROZEN');
  const shares: Row<'accounts'>['shares'] = row?.shares ?? {};
  const items = Object.entries(recipients).map(([id, recipient]: [string, Recipient]) => {
    const { name, kind, why, fields, contact, agreement } = recipient;
    const share = shares[id];
    return {
      recipient: id,
      name,
      kind: recipientKinds[kind],
      why,
      fields: fields.map(labelAt),
      contact,
      agreement,
      state: stateOf(id, recipient, call.now),
      needsGrant: needsGrant(recipient),
      granted: isGranted(recipient, share),
      since: share?.at ?? null,
      voided: isVoided(recipient, share),
    };
  });
  const { version } = row ? policyFor(row, call.now) : currentPolicy(call.now);
  return ok({ items, policyVersion: version });
};

/**
 * Grants or withdraws one recipient (P21, P53). A grant asks for a delivery and a withdrawal for a deletion, each in the
 * transaction that writes the choice, so that neither is ever forgotten; `reconcile` carries them out. The deletion names
 * what was sent, whatever is on the recipient's list today.
 */
export const share: Consent['share'] = async (call) => {
  const { recipient: id, granted, policyVersion } = call.input;
  const recipient = recipientOf(recipients, id);
  if (!recipient || !needsGrant(recipient)) return fail('RECIPIENT_UNKNOWN');
  if (granted && stateOf(id, recipient, call.now) !== 'in-use') return fail('RECIPIENT_CLOSED');
  const member = await requireMember(call);
  if (!member.ok) return member;
  if (granted && !mayReceive(member.data.row, recipient)) return fail('CHILD_LIMITED');
  const policy = policyFor(member.data.row, call.now);
  const isStale =
    policyVersion !== policy.version || needsAgreement(member.data.row, call.now, { recipient: id });
  if (granted && isStale) return fail('POLICY_STALE');
  const { shares = {}, chain } = member.data.row;
  const before = shares[id];
  const at = call.now.toISOString();
  if (!granted && !before) return ok({ recipient: id, granted, at, receiptId: null });
  const isSame = granted ? isGranted(recipient, before) : before?.granted === false;
  if (before && isSame && (!granted || before.policyVersion === policy.version))
    return ok({ recipient: id, granted, at: before.at, receiptId: String(before.seq) });

  const seq = chain.seq + 1;
  const terms = termsOf(recipient);
  const body = {
    recipient: id,
    fields: recipient.fields,
    terms,
    policyVersion: policy.version,
    policyDigest: policy.digest,
  };
  const choice = { ...before, granted, at, policyVersion: policy.version, seq, terms };
  const sent = before ? sentBy(before, recipient) : [];
  const row = granted
    ? deliveryRow(member.data, id, recipient.fields, call.now, randomUUID())
    : sent.length > 0 && deletionRow(member.data, id, sent, call.now, randomUUID());
  const deed: Deed = {
    events: [
      { type: granted ? 'sharing.granted' : 'sharing.withdrawn', body },
      ...(row && !granted
        ? [{ type: 'sharing.deletion-asked', body: { recipient: id, disclosure: row._id } } as const]
        : []),
    ],
    facts: { shares: { ...shares, [id]: choice } },
    ...(row && { also: (transaction) => transaction.add('disclosures', [row]) }),
  };
  await record(call.store, member.data, call.now, deed);
  return ok({ recipient: id, granted, at, receiptId: String(seq) });
};
