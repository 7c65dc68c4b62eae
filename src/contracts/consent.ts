import * as z from 'zod/mini';
import { operationsOf } from './operation';
import { pages } from './pages';
import { choiceEvents, receipt } from './receipt';
import { sharing } from './sharing';
import { instant, policyVersion } from './values';

const operation = operationsOf('consent');
const choiceEvent = z.enum(choiceEvents);

const item = z.strictObject({
  purpose: z.string(),
  label: z.string(),
  why: z.string(),
  without: z.string(),
  /** What it collects or uses; nothing where that is read on the phone alone. */
  uses: z.array(z.strictObject({ label: z.string(), keptFor: z.string() })),
  sensitive: z.boolean(),
  /** Whether it is used already; one that is not collects nothing, whatever was chosen. */
  open: z.boolean(),
  /** Whether what it uses is read on the phone alone and never reaches us. */
  onPhone: z.boolean(),
  granted: z.boolean(),
  since: z.nullable(instant),
});

/** The operations of the function `consent`: each purpose by itself, with proof. */
export const consent = {
  /** Every purpose that asks for consent, in order; all off for a new member. */
  current: operation('current', {
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(item), policyVersion }),
    errors: ['NOT_REGISTERED', 'FROZEN', 'LOCKED'],
  }),
  /**
   * Grants or withdraws one purpose. Saying the same twice under one policy version adds nothing; what was never
   * granted needs no withdrawal and has no receipt.
   */
  set: operation('set', {
    writes: 'again',
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
    errors: ['NOT_REGISTERED', 'FROZEN', 'LOCKED', 'PURPOSE_UNKNOWN', 'CHILD_LIMITED', 'POLICY_STALE'],
  }),
  /** Newest first, at most 100 a page; `before` is the last page's `next`. */
  history: operation('history', {
    input: z.strictObject({ before: z.optional(z.int().check(z.positive())) }),
    output: z.strictObject({
      events: z.array(
        z.strictObject({
          id: z.string(),
          type: choiceEvent,
          at: instant,
          /** The purpose, or the recipient for `sharing.*`. */
          purpose: z.string(),
          label: z.string(),
          policyVersion,
        }),
      ),
      next: z.nullable(z.int()),
    }),
    errors: ['NOT_REGISTERED', 'FROZEN', 'LOCKED'],
  }),
  /** Proof of one choice: anyone can check it alone; see src/contracts/receipt.ts. */
  receipt: operation('receipt', {
    input: z.strictObject({ id: z.string().check(z.regex(/^[1-9]\d{0,8}$/)) }),
    output: receipt,
    errors: ['NOT_REGISTERED', 'FROZEN', 'LOCKED', 'RECEIPT_UNKNOWN'],
  }),
  /**
   * Which pages were looked at and for how long. Without the grant of `analytics`, or once it is withdrawn, nothing is
   * written (P31, P54).
   */
  usage: operation('usage', {
    writes: 'once',
    input: z.strictObject({
      events: z
        .array(
          z.strictObject({
            page: z.enum(pages),
            from: z.optional(z.enum(pages)),
            /** Milliseconds, at most an hour. */
            dwell: z.int().check(z.minimum(0), z.maximum(3_600_000)),
            at: instant,
          }),
        )
        .check(z.minLength(1), z.maxLength(20)),
    }),
    output: z.strictObject({ kept: z.int() }),
    errors: ['NOT_REGISTERED', 'FROZEN', 'LOCKED', 'CONSENT_NEEDED'],
  }),
  ...sharing,
} as const;
