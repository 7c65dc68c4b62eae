import * as z from 'zod/mini';
import { device } from './device';
import { operationsOf } from './operation';
import { instant, smsProof } from './values';

const operation = operationsOf('account');

/**
 * The operations of `account` by which a person shuts everybody out, and comes back (PIPL 51). WeChat vouches for
 * an openid and not for a device, so whoever holds any device of the WeChat account is out, the person too, until the
 * bound phone is proven anew. No right ends by it: each is one short message away.
 */
export const lock = {
  /** Locks at once and keeps nothing but the instant; locking again answers the first one. */
  lock: operation('lock', {
    writes: 'again',
    input: z.strictObject({ device }),
    output: z.strictObject({ at: instant }),
    errors: ['NOT_REGISTERED', 'FROZEN'],
  }),
  /**
   * Opens what was locked, by a code sent to the bound number, or for a week after a change to the one before, which is
   * then bound again; `PHONE_TAKEN` where somebody else has it by now. Nothing else opens: WeChat's button hands the
   * number to whoever holds the WeChat account, so it proves nothing here. An account that is not locked answers the
   * same, and nothing is looked at.
   */
  unlock: operation('unlock', {
    writes: 'once',
    input: z.strictObject({ phone: smsProof, device }),
    /** `frozen`: it was left meanwhile, and can be restored as any other while its cooling-off runs. */
    output: z.strictObject({ status: z.enum(['member', 'child', 'frozen']) }),
    errors: [
      'NOT_REGISTERED',
      'PHONE_MISMATCH',
      'PHONE_TAKEN',
      'SMS_CODE_WRONG',
      'SMS_CODE_EXPIRED',
      'SMS_LOCKED',
    ],
  }),
} as const;
