import * as z from 'zod/mini';
import { operationsOf } from './operation';
import { requestDetails } from './request';
import { decisions, keysOf, refusalReasons, requestKinds, requestStates } from './request-vocabulary';
import { id, instant, isoDay, text } from './values';

/** Strict reading of a row of `staff_decisions`, after blanks that a form leaves as '' or null are taken out. */
export const staffDecision = z.strictObject({
  requestId: id,
  expectedVersion: z.int().check(z.positive()),
  decision: z.enum(keysOf(decisions)),
  reasonCode: z.optional(z.enum(keysOf(refusalReasons))),
  replyText: z.optional(text(2000)),
  alternative: z.optional(text(500)),
  reviewer: text(40),
  submit: z.literal(true),
});

/** A decision as staff filled it, checked. */
export type StaffDecision = z.infer<typeof staffDecision>;

const operation = operationsOf('reconcile', 'console');
const reviewer = text(40);

/** What staff read in the console; each look at a request's words leaves an audit row. */
export const staff = {
  /** Open requests, reports of a leak first, then by due date; at most 100. No personal data. */
  queue: operation('queue', {
    input: z.strictObject({}),
    output: z.strictObject({
      requests: z.array(
        z.strictObject({
          id,
          kind: z.enum(keysOf(requestKinds)),
          state: z.enum(keysOf(requestStates)),
          version: z.int(),
          submittedAt: instant,
          dueOn: isoDay,
          daysLeft: z.int(),
          overdue: z.boolean(),
          allowed: z.array(z.enum(keysOf(decisions))),
        }),
      ),
    }),
  }),
  /**
   * One request with the person's words; the phone, and what looks like a number or an address in the words, is masked.
   */
  read: operation('read', {
    input: z.strictObject({ id, reviewer }),
    output: z.strictObject({
      id,
      kind: z.enum(keysOf(requestKinds)),
      state: z.enum(keysOf(requestStates)),
      version: z.int(),
      phone: z.string(),
      details: z.nullable(requestDetails),
      appeal: z.nullable(z.string()),
    }),
    errors: ['REQUEST_UNKNOWN', 'SUBJECT_LEAVING', 'STAFF_UNKNOWN', 'STAFF_RIGHT'],
  }),
  /** What lies under one mask, given once, to a second reviewer or a supervisor who says why; the person sees it. */
  unmask: operation('unmask', {
    input: z.strictObject({ id, field: z.enum(['phone', 'details', 'appeal']), reviewer, reason: text(200) }),
    output: z.strictObject({
      id,
      field: z.enum(['phone', 'details', 'appeal']),
      value: z.nullable(requestDetails),
    }),
    errors: ['REQUEST_UNKNOWN', 'SUBJECT_LEAVING', 'STAFF_UNKNOWN', 'STAFF_RIGHT'],
  }),
} as const;
