import { currentPolicy } from '../../cloudfunctions/domain/policy/archive';

/** What an account that was registered at this time says of the policy: the version then in force, by the archive. */
export function agreedAt(time: Date | string): { policyVersion: string; policyDigest: string } {
  const { version, digest } = currentPolicy(new Date(time));
  return { policyVersion: version, policyDigest: digest };
}
