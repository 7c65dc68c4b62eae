import { randomUUID } from 'node:crypto';
import type { consent } from '../../src/contracts/consent';
import { recipients } from '../../src/contracts/data-map/recipients';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { mayReceive } from '../domain/child';
import { needsAgreement, policyFor } from '../domain/policy/terms';
import { recipientGranted, recipientWithdrawn } from '../domain/receipt/body';
import { isGranted, needsGrant, recipientOf, sentBy, termsOf } from '../domain/sharing';
import { deletionRow, deliveryRow } from '../platform/disclosures';
import type { Handlers } from '../platform/handler';
import { requireMember } from '../platform/member';
import { record, type Deed } from '../platform/record';
import { stateOf } from './recipients';

type Consent = Handlers<typeof consent>;

/**
 * Grants or withdraws one recipient (P21, P53). A grant asks for a delivery and a withdrawal for a deletion, each in
 * the transaction that writes the choice, so that neither is ever forgotten; `reconcile` carries them out. The deletion
 * names what was sent, whatever is on the recipient's list today.
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
  const choice = { ...before, granted, at, policyVersion: policy.version, seq, terms };
  const sent = before ? sentBy(before, recipient) : [];
  const row = granted
    ? deliveryRow(member.data, id, recipient.fields, call.now, randomUUID())
    : sent.length > 0 && deletionRow(member.data, id, sent, call.now, randomUUID());
  const deed: Deed = {
    events: [
      granted
        ? { type: 'sharing.granted', body: recipientGranted(id, recipient, policy) }
        : { type: 'sharing.withdrawn', body: recipientWithdrawn(id, recipient, before?.seq, policy) },
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
