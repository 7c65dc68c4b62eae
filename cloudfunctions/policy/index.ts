import { createHash, createPublicKey } from 'node:crypto';
import { fail } from '../../src/contracts/errors';
import { policy } from '../../src/contracts/policy';
import { ok } from '../../src/contracts/result';
import { currentPolicy, policyVersion, policyVersions, stateOf } from '../domain/policy/archive';
import { changeFrom } from '../domain/policy/change';
import { comparePolicies } from '../domain/policy/compare';
import { presentChange } from '../domain/policy/present';
import { serve } from '../platform/handler';
import { publicKey } from '../platform/signing';

/** The key's fingerprint, from its DER form, as `openssl pkey -pubin -outform der | sha256sum` makes it. */
const fingerprintOf = (pem: string): string =>
  createHash('sha256')
    .update(createPublicKey(pem).export({ type: 'spki', format: 'der' }))
    .digest('hex');

/** The function `policy`: the text in force and every other one, for everyone, without a database call (P70). */
export const main = serve('policy', policy, {
  current: ({ now }) => Promise.resolve(ok({ ...currentPolicy(now), state: 'in-force' as const })),
  versions: ({ now }) => {
    const versions = policyVersions().map((head) => ({ ...head, state: stateOf(head.version, now) }));
    return Promise.resolve(ok({ versions }));
  },
  read: ({ input: { version }, now }) => {
    const found = policyVersion(version);
    return Promise.resolve(found ? ok({ ...found, state: stateOf(version, now) }) : fail('POLICY_UNKNOWN'));
  },
  compare: ({ input: { from, to }, now }) => {
    const blocks = comparePolicies(from, to);
    if (!blocks) return Promise.resolve(fail('POLICY_UNKNOWN'));
    if (from === to) return Promise.resolve(fail('POLICY_SAME'));
    const change = changeFrom(from, to);
    return Promise.resolve(ok({ blocks, change: change ? presentChange(change, stateOf(to, now)) : null }));
  },
  publicKey: () => {
    const pem = publicKey();
    return Promise.resolve(ok({ algorithm: 'Ed25519' as const, pem, fingerprint: fingerprintOf(pem) }));
  },
});
