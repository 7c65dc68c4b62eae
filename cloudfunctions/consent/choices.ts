import type { consent } from '../../src/contracts/consent';
import { isOpenPurpose, staysOnPhone } from '../../src/contracts/data-map/derive/open-purposes';
import { clearedBy } from '../../src/contracts/data-map/derive/resting';
import { consentPurposes, purposes, type ConsentPurpose } from '../../src/contracts/data-map/vocabulary';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { mayChoose } from '../domain/child';
import { needsAgreement, policyFor } from '../domain/policy/terms';
import { purposeGranted, purposeWithdrawn, usesOf } from '../domain/receipt/body';
import type { Handlers } from '../platform/handler';
import { requireMember } from '../platform/member';
import { record } from '../platform/record';
import { removeResting } from '../platform/resting';

type Consent = Handlers<typeof consent>;

const isConsentPurpose = (name: string): name is ConsentPurpose =>
  (consentPurposes as readonly string[]).includes(name);

/** Every purpose with its switch, and the version that counts for this person; what was never chosen is off (P08). */
export const current: Consent['current'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const { row } = member.data;
  const { grants } = row;
  const items = consentPurposes.map((purpose) => {
    const { label, why, without, sensitive } = purposes[purpose];
    const grant = grants[purpose];
    return {
      purpose,
      label,
      why,
      without,
      uses: usesOf(purpose).map(({ label, keptFor }) => ({ label, keptFor })),
      sensitive,
      open: isOpenPurpose(purpose),
      onPhone: staysOnPhone(purpose),
      granted: grant?.granted ?? false,
      since: grant?.at ?? null,
    };
  });
  return ok({ items, policyVersion: policyFor(row, call.now).version });
};

/**
 * Grants or withdraws one purpose, with a ledger row that cites the digest of the policy that counts for this person
 * (P68). What only a newer version has is granted after agreeing to that version. Withdrawing asks for neither: it must
 * stay as easy as granting (PIPL 15). What rests on the consent goes once its withdrawal is recorded, and again
 * whenever the withdrawal is repeated, so that a call that dies in between loses nothing (PIPL 47(1)(3)).
 */
export const set: Consent['set'] = async (call) => {
  const { purpose, granted, policyVersion } = call.input;
  if (!isConsentPurpose(purpose)) return fail('PURPOSE_UNKNOWN');
  const member = await requireMember(call);
  if (!member.ok) return member;
  const { row } = member.data;
  if (granted && !mayChoose(row, purpose)) return fail('CHILD_LIMITED');
  const policy = policyFor(row, call.now);
  const isStale = policyVersion !== policy.version || needsAgreement(row, call.now, { purpose });
  if (granted && isStale) return fail('POLICY_STALE');
  const { grants, chain } = row;
  const before = grants[purpose];
  if (!granted && !before) return ok({ purpose, granted, at: call.now.toISOString(), receiptId: null });
  if (before?.granted === granted && (!granted || before.policyVersion === policy.version)) {
    if (!granted) await removeResting(call.store, purpose, [member.data.id]);
    return ok({ purpose, granted, at: before.at, receiptId: String(before.seq) });
  }

  const at = call.now.toISOString();
  const seq = chain.seq + 1;
  await record(call.store, member.data, call.now, {
    events: [
      granted
        ? { type: 'consent.granted', body: purposeGranted(purpose, policy) }
        : { type: 'consent.withdrawn', body: purposeWithdrawn(purpose, before?.seq, policy) },
    ],
    facts: {
      grants: { ...grants, [purpose]: { granted, at, policyVersion: policy.version, seq } },
      ...(!granted && clearedBy(purpose)),
    },
  });
  if (!granted) await removeResting(call.store, purpose, [member.data.id]);
  return ok({ purpose, granted, at, receiptId: String(seq) });
};
