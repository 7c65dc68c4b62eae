import type { consent } from '../../src/contracts/consent';
import { consentPurposes, purposes, type ConsentPurpose } from '../../src/contracts/data-map/vocabulary';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { currentPolicy } from '../domain/policy/archive';
import type { Handlers } from '../platform/handler';
import { record, requireMember } from '../platform/member';

type Consent = Handlers<typeof consent>;

const isConsentPurpose = (name: string): name is ConsentPurpose =>
  (consentPurposes as readonly string[]).includes(name);

/** Every purpose with its switch; what was never chosen is off (P08). */
export const current: Consent['current'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const { grants } = member.data.row;
  const items = consentPurposes.map((purpose) => {
    const { label, why, without, sensitive } = purposes[purpose];
    const grant = grants[purpose];
    return {
      purpose,
      label,
      why,
      without,
      sensitive,
      granted: grant?.granted ?? false,
      since: grant?.at ?? null,
    };
  });
  return ok({ items, policyVersion: currentPolicy().version });
};

/**
 * Grants or withdraws one purpose, with a ledger row that cites the policy's digest. Withdrawing never asks for the
 * newest policy: it must stay as easy as granting (PIPL 15).
 */
export const set: Consent['set'] = async (call) => {
  const { purpose, granted, policyVersion } = call.input;
  if (!isConsentPurpose(purpose)) return fail('PURPOSE_UNKNOWN');
  const policy = currentPolicy();
  if (granted && policyVersion !== policy.version) return fail('POLICY_STALE');
  const member = await requireMember(call);
  if (!member.ok) return member;
  const { grants, chain } = member.data.row;
  const before = grants[purpose];
  if (!granted && !before) return ok({ purpose, granted, at: call.now.toISOString(), receiptId: null });
  if (before?.granted === granted && (!granted || before.policyVersion === policy.version)) {
    return ok({ purpose, granted, at: before.at, receiptId: String(before.seq) });
  }

  const at = call.now.toISOString();
  const seq = chain.seq + 1;
  const type = granted ? 'consent.granted' : 'consent.withdrawn';
  await record(call.store, member.data, call.now, {
    events: [{ type, body: { purpose, policyVersion: policy.version, policyDigest: policy.digest } }],
    facts: { grants: { ...grants, [purpose]: { granted, at, policyVersion: policy.version, seq } } },
  });
  return ok({ purpose, granted, at, receiptId: String(seq) });
};
