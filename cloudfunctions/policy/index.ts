import { fail } from '../../src/contracts/errors';
import { policy } from '../../src/contracts/policy';
import { ok } from '../../src/contracts/result';
import { currentPolicy, policyVersion, policyVersions } from '../domain/policy/archive';
import { comparePolicies } from '../domain/policy/compare';
import { serve } from '../platform/handler';

/** The function `policy`: the text in force and every one before it, for everyone, without a database call (P70). */
export const main = serve('policy', policy, {
  current: () => Promise.resolve(ok(currentPolicy())),
  versions: () => Promise.resolve(ok({ versions: policyVersions() })),
  read: ({ input }) => {
    const found = policyVersion(input.version);
    return Promise.resolve(found ? ok(found) : fail('POLICY_UNKNOWN'));
  },
  compare: ({ input }) => {
    const blocks = comparePolicies(input.from, input.to);
    return Promise.resolve(blocks ? ok({ blocks }) : fail('POLICY_UNKNOWN'));
  },
});
