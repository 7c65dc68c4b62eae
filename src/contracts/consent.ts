import * as z from 'zod/mini';
import { operationsOf } from './operation';
import { sharing } from './sharing';
import { instant, policyVersion, sha256 } from './values';

const operation = operationsOf('consent');
const consentEvent = z.enum(['consent.granted', 'consent.withdrawn']);

const item = z.strictObject({
  purpose: z.string(),
  label: z.string(),
  why: z.string(),
  without: z.string(),
  sensitive: z.boolean(),
  granted: z.boolean(),
  since: z.nullable(instant),
});

/** The operations of the function `consent`: each purpose by itself, with proof. */
export const consent = {
  /** Every purpose that asks for consent, in order; all off for a new member. */
  current: operation('current', {
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(item), policyVersion }),
    errors: ['NOT_REGISTERED', 'FROZEN'],
  }),
  /**
   * Grants or withdraws one purpose. Saying the same twice under one policy version adds nothing; what was never granted
   * needs no withdrawal and has no receipt.
   */
  set: operation('set', {
    input: z.strictObject({
      purpose: z.string().check(z.maxLength(40)),
      granted: z.boolean(),
      policyVersion,
    }),
    output: z.strictObject({
      purpose: z.string(),
      granted: z.boolean(),
      at: instant,
      receiptId: z.nullable(z.string()),
    }),
    errors: ['NOT_REGISTERED', 'FROZEN', 'PURPOSE_UNKNOWN', 'POLICY_STALE'],
  }),
  /** Newest first, at most 100 a page; `before` is the last page's `next`. */
  history: operation('history', {
    input: z.strictObject({ before: z.optional(z.int().check(z.positive())) }),
    output: z.strictObject({
      events: z.array(
        z.strictObject({
          id: z.string(),
          type: consentEvent,
          at: instant,
          purpose: z.string(),
          label: z.string(),
          policyVersion,
        }),
      ),
      next: z.nullable(z.int()),
    }),
    errors: ['NOT_REGISTERED', 'FROZEN'],
  }),
  /** Proof of one choice: anyone can compute `commitment` again from the other members. */
  receipt: operation('receipt', {
    input: z.strictObject({ id: z.string().check(z.regex(/^[1-9]\d{0,8}$/)) }),
    output: z.strictObject({
      id: z.string(),
      subject: z.string(),
      seq: z.int(),
      type: consentEvent,
      at: instant,
      purpose: z.string(),
      policyVersion,
      policyDigest: sha256,
      salt: z.string(),
      digest: sha256,
      previous: sha256,
      commitment: sha256,
    }),
    errors: ['NOT_REGISTERED', 'FROZEN', 'RECEIPT_UNKNOWN'],
  }),
  ...sharing,
} as const;
