import type { account } from '../../src/contracts/account';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { currentPolicy, policyVersion, stateOf } from '../domain/policy/archive';
import type { Handlers } from '../platform/handler';
import { requireMember } from '../platform/member';
import { record } from '../platform/record';

/**
 * Agrees to the version in force, and to no other: with the digest of the very text, in the person's chain (P68). Which
 * version that is decides the server; a text that is announced does not count yet.
 */
export const agree: Handlers<typeof account>['agree'] = async (call) => {
  const { policyVersion: version } = call.input;
  if (!policyVersion(version)) return fail('POLICY_UNKNOWN');
  const state = stateOf(version, call.now);
  if (state !== 'in-force') return fail(state === 'announced' ? 'POLICY_ANNOUNCED' : 'POLICY_STALE');
  const member = await requireMember(call);
  if (!member.ok) return member;
  const { digest } = currentPolicy(call.now);
  const { policyVersion: from, policyDigest } = member.data.row;
  const at = call.now.toISOString();
  if (from === version && policyDigest === digest) return ok({ policyVersion: version, at });
  await record(call.store, member.data, call.now, {
    events: [{ type: 'policy.agreed', body: { policyVersion: version, policyDigest: digest, from } }],
    facts: { policyVersion: version, policyDigest: digest },
  });
  return ok({ policyVersion: version, at });
};
