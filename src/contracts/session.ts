import * as z from 'zod/mini';
import { operationsOf } from './operation';
import { policyNews } from './policy-change';
import { age, id, instant, policyVersion } from './values';

const operation = operationsOf('account');

/**
 * Why an account goes: by its person, or, with no way back, for want of a guardian's consent (P65, P67), or because the
 * platform has closed (P33).
 */
export const leavingCauses = [
  'own',
  'guardian-withdrew',
  'guardian-left',
  'no-consent',
  'platform-closed',
] as const;

const leaving = z.strictObject({
  /** Whether it can still be taken back, by the server's clock. */
  isRestorable: z.boolean(),
  cause: z.enum(leavingCauses),
  /** The number under which the proof of the erasure will be found. */
  certificateId: id,
});

/** What every page needs to know of the person; nothing that needs the subject's key. */
export const accountSummary = z.strictObject({
  age,
  city: z.nullable(z.string()),
  policyVersion,
  registeredAt: instant,
  eraseAfter: z.nullable(instant),
  /** Whether the person lets pages be counted; without it the phone counts nothing (P31). */
  countsPages: z.boolean(),
});

/**
 * The operations of `account` that the first screen needs. They stand apart from the rest, and know nothing of the data
 * map, so that the map does not weigh on the main package.
 */
export const session = {
  /** Who the caller is; a guest's call writes nothing. Of a locked account nothing else is said. */
  session: operation('session', {
    input: z.strictObject({}),
    output: z.strictObject({
      status: z.enum(['guest', 'member', 'child', 'frozen', 'locked']),
      account: z.optional(accountSummary),
      /** Of a frozen account alone. */
      leaving: z.optional(leaving),
      /** A version the caller has to know of, or has to agree to. */
      policyNews: z.optional(policyNews),
    }),
  }),
  /**
   * Agrees to the policy in force, with proof. Until then the older terms go on for the person (P68). Agreeing twice
   * adds nothing.
   */
  agree: operation('agree', {
    writes: 'again',
    input: z.strictObject({ policyVersion }),
    output: z.strictObject({ policyVersion, at: instant }),
    errors: ['NOT_REGISTERED', 'FROZEN', 'LOCKED', 'POLICY_UNKNOWN', 'POLICY_STALE', 'POLICY_ANNOUNCED'],
  }),
} as const;
