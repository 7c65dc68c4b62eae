import * as z from 'zod/mini';
import { relationships } from './data-map/collections/guardian-consents';
import { operationsOf } from './operation';
import { folded, id, instant, phoneProof, policyVersion } from './values';

const operation = operationsOf('account');

/** The sign by which a child and a guardian find each other: 8 letters and digits, none that looks like another. */
export const guardianCode = folded(/^[2-9A-HJ-NP-Z]{8}$/);

const relationship = z.enum(relationships);
const phoneErrors = [
  'PHONE_MISMATCH',
  'PHONE_CODE_INVALID',
  'SMS_CODE_WRONG',
  'SMS_CODE_EXPIRED',
  'SMS_LOCKED',
] as const;

/** The operations of `account` about a child and a guardian (PIPL 31). */
export const guardian = {
  /**
   * A guest under 14 gets a code for a guardian, valid 30 minutes. Writes keyed digests that live a day, nothing else.
   */
  askGuardian: operation('askGuardian', {
    writes: 'once',
    input: z.strictObject({}),
    output: z.strictObject({ code: guardianCode, expiresAt: instant }),
    errors: ['ALREADY_REGISTERED', 'FROZEN', 'LOCKED', 'GUARDIAN_ASKED_OFTEN'],
  }),
  /** Whether a guardian has consented for the caller, and until when the child can register by it. Writes nothing. */
  guardianAnswer: operation('guardianAnswer', {
    input: z.strictObject({}),
    output: z.strictObject({ until: z.nullable(instant) }),
    errors: ['ALREADY_REGISTERED', 'FROZEN', 'LOCKED'],
  }),
  /** An adult consents for the child who showed the code, and proves it by the own bound phone. */
  guardChild: operation('guardChild', {
    writes: 'once',
    input: z.strictObject({ code: guardianCode, relationship, policyVersion, phone: phoneProof }),
    /** `until`: until when the child can register by it. */
    output: z.strictObject({ at: instant, until: instant }),
    errors: [
      'NOT_REGISTERED',
      'FROZEN',
      'LOCKED',
      'GUARDIAN_ADULT',
      'GUARDIAN_FULL',
      'GUARDIAN_SELF',
      'GUARDIAN_CODE_UNKNOWN',
      'GUARDIAN_CODE_EXPIRED',
      'GUARDIAN_CODE_USED',
      'GUARDIAN_TRIES',
      'POLICY_STALE',
      ...phoneErrors,
    ],
  }),
  /** The children for whom the caller consented: every one, for nobody consents for more than 20. */
  wards: operation('wards', {
    input: z.strictObject({}),
    output: z.strictObject({
      wards: z.array(
        z.strictObject({
          ward: id,
          registeredAt: instant,
          relationship,
          /** Masked; null where the child gave none. */
          nickname: z.nullable(z.string()),
          isLeaving: z.boolean(),
        }),
      ),
    }),
    errors: ['NOT_REGISTERED', 'FROZEN', 'LOCKED'],
  }),
  /**
   * Withdraws the consent: the child's account is frozen at once, cannot be restored, and is erased by the next timer.
   */
  endGuardianship: operation('endGuardianship', {
    writes: 'once',
    input: z.strictObject({ ward: id, phone: phoneProof }),
    output: z.strictObject({ at: instant }),
    errors: ['NOT_REGISTERED', 'FROZEN', 'LOCKED', 'WARD_UNKNOWN', ...phoneErrors],
  }),
} as const;
