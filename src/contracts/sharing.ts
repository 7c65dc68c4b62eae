import * as z from 'zod/mini';
import { operationsOf } from './operation';
import { instant, isoDay, policyVersion } from './values';

const operation = operationsOf('consent');

/** One recipient as the list of third-party sharing shows it, with the caller's own choice. */
const recipient = z.strictObject({
  recipient: z.string(),
  name: z.string(),
  /** What it is to us, in Chinese, such as `合作方`. */
  kind: z.string(),
  why: z.string(),
  /** Labels of the only fields that may leave to it. */
  fields: z.array(z.string()),
  contact: z.string(),
  agreement: z.strictObject({ reference: z.string(), expiresOn: isoDay }),
  /**
   * `not-connected`: the operator set no address, so nothing can leave; `expired`: nor after the agreement's last day;
   * `ended`: the work together is over, and it is only told to delete.
   */
  state: z.enum(['in-use', 'not-connected', 'expired', 'ended']),
  /** False for a processor, which works for us alone (PIPL 21). */
  needsGrant: z.boolean(),
  granted: z.boolean(),
  since: z.nullable(instant),
  /** The person once agreed, but to other terms than these: it counts no more and may be given anew (P23). */
  voided: z.boolean(),
  /** What became of the delivery that the grant asked for; null while nothing is granted. */
  delivery: z.nullable(
    z.strictObject({
      /** `waiting`: it leaves within minutes; `nothing`: there was nothing that could leave. */
      state: z.enum(['waiting', 'done', 'nothing']),
      /** When it left last; null before. */
      at: z.nullable(instant),
      /** Labels of what left since the grant. */
      fields: z.array(z.string()),
      /** Labels of what the grant covers and the person has not filled in. */
      missing: z.array(z.string()),
    }),
  ),
  /** What became of the deletion that was asked of it since `since`; null where none was (P51). */
  recalled: z.nullable(
    z.strictObject({
      state: z.enum(['waiting', 'done', 'excused']),
      /** When it was asked, acknowledged or excused. */
      at: instant,
      /** Labels of what it is to delete. */
      fields: z.array(z.string()),
      /** The law by which it may keep them. */
      law: z.nullable(z.string()),
    }),
  ),
});

/** The operations of `consent` about recipients: who receives what, and a grant for each. */
export const sharing = {
  /** Everyone who can receive something; a guest sees the same list with nothing granted. */
  recipients: operation('recipients', {
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(recipient), policyVersion }),
    errors: ['FROZEN', 'LOCKED'],
  }),
  /**
   * Grants or withdraws one recipient. Granting asks for the newest policy and a recipient in use; withdrawing asks for
   * nothing. Saying the same twice adds nothing; what was never granted has no receipt.
   */
  share: operation('share', {
    writes: 'again',
    input: z.strictObject({
      recipient: z.string().check(z.maxLength(40)),
      granted: z.boolean(),
      policyVersion,
    }),
    output: z.strictObject({
      recipient: z.string(),
      granted: z.boolean(),
      at: instant,
      receiptId: z.nullable(z.string()),
    }),
    errors: [
      'NOT_REGISTERED',
      'FROZEN',
      'LOCKED',
      'RECIPIENT_UNKNOWN',
      'RECIPIENT_CLOSED',
      'CHILD_LIMITED',
      'POLICY_STALE',
    ],
  }),
} as const;
