import * as z from 'zod/mini';
import type { staffDecisions } from './data-map/collections/staff-decisions';
import { operationsOf } from './operation';
import { attachmentSummary } from './attachments';
import { storedPicture } from './picture';
import { requestDetails, requestSummary } from './request';
import {
  askedKinds,
  deletionGrounds,
  keysOf,
  noticeKinds,
  refusalReasons,
  requestChannels,
  requestKinds,
  requestStates,
  urgencies,
} from './request-vocabulary';
import { decisions } from './decisions';
import { staffRoles } from './staff-roles';
import { id, isoDay, mobile, smsCode, text } from './values';

type Column = keyof typeof staffDecisions.fields;
const signed = { reviewer: text(40), submit: z.literal(true) } as const;

/** The dearest copy may cost so much, in yuan; a fee covers the effort and is no price (policy 8.6). */
const HIGHEST_FEE = 1000;
/** Yuan with at most two decimals. */
const yuan = z.number().check(z.minimum(0.01), z.maximum(HIGHEST_FEE), z.multipleOf(0.01));
/** Codes of fields, one after the other. */
const items = z.string().check(z.maxLength(400), z.regex(/^[A-Za-z]+([,，、][A-Za-z]+)*$/));

/** Strict reading of a row of `staff_decisions`, after blanks that a form leaves as '' or null are taken out. */
export const staffDecision = z.strictObject({
  requestId: id,
  expectedVersion: z.int().check(z.minimum(1)),
  decision: z.enum(keysOf(decisions)),
  reasonCode: z.optional(z.enum(keysOf(refusalReasons))),
  replyText: z.optional(text(2000)),
  alternative: z.optional(text(500)),
  fee: z.optional(yuan),
  duplicateOf: z.optional(id),
  items: z.optional(items),
  ...signed,
} satisfies Partial<Record<Column, z.ZodMiniType>>);

/** A decision as staff filled it, checked. */
export type StaffDecision = z.infer<typeof staffDecision>;

/** The word in `decision` of a row that records a letter. */
export const INTAKE = 'intake';

/** Strict reading of a row that records a letter: who wrote, by the bound phone, and what they ask (P49). */
export const staffIntake = z.strictObject({
  decision: z.literal(INTAKE),
  phone: mobile,
  kind: z.enum(askedKinds),
  words: text(2000),
  receivedOn: isoDay,
  byCode: z.optional(z.boolean()),
  ...signed,
} satisfies Partial<Record<Column, z.ZodMiniType>>);

/** A letter as staff recorded it, checked. */
export type StaffIntake = z.infer<typeof staffIntake>;

/** The word in `decision` of a row that sends one more code for a letter. */
export const SEND_CODE = 'send-code';

/** Strict reading of a row that sends a code to the bound phone of a letter's person who cannot open the app (P49). */
export const staffSendCode = z.strictObject({
  decision: z.literal(SEND_CODE),
  requestId: id,
  ...signed,
} satisfies Partial<Record<Column, z.ZodMiniType>>);

/** The word in `decision` of a row that enters the code which a letter's person told. */
export const VERIFY = 'verify';

/** Strict reading of a row that verifies a letter by its code. */
export const staffVerify = z.strictObject({
  decision: z.literal(VERIFY),
  requestId: id,
  code: smsCode,
  ...signed,
} satisfies Partial<Record<Column, z.ZodMiniType>>);

const operation = operationsOf('reconcile', 'console');
const reviewer = text(40);
const ofOne = [
  'REQUEST_UNKNOWN',
  'REQUEST_ALTERED',
  'SUBJECT_LEAVING',
  'STAFF_UNKNOWN',
  'STAFF_RIGHT',
] as const;

/** What staff read in the console; each look at a request's words leaves an audit row. */
export const staff = {
  /**
   * What waits for staff, reports of a leak first, then by due date; at most 100 a page, the next by `after`. Masked,
   * as in the collection `review_queue`, which lags by a minute at most.
   */
  queue: operation('queue', {
    input: z.strictObject({ after: z.optional(text(100)) }),
    output: z.strictObject({
      requests: z.array(
        z.strictObject({
          ...requestSummary,
          channel: z.enum(keysOf(requestChannels)),
          minor: z.boolean(),
          /** How many pictures the person added. */
          attachments: z.int(),
          who: z.nullable(z.string()),
          urgency: z.enum(keysOf(urgencies)),
          allowed: z.array(z.enum(keysOf(decisions))),
          checklist: z.array(z.string()),
          history: z.array(z.string()),
        }),
      ),
      next: z.nullable(z.string()),
    }),
  }),
  /** Reminders of the last days, newest first. */
  notices: operation('notices', {
    input: z.strictObject({}),
    output: z.strictObject({
      notices: z.array(
        z.strictObject({
          day: isoDay,
          kind: z.enum(keysOf(noticeKinds)),
          role: z.enum(keysOf(staffRoles)),
          count: z.int(),
          requestIds: z.array(id),
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
      /** What was published that it is about, as others read it; null where there is none, or it was taken away. */
      content: z.nullable(
        z.strictObject({
          title: z.nullable(z.string()),
          text: z.string(),
          byline: z.nullable(z.string()),
          prices: z.array(z.string()),
          pictures: z.array(storedPicture),
        }),
      ),
      ground: z.nullable(z.enum(keysOf(deletionGrounds))),
      /** The pictures that the person added, without their content. */
      attachments: z.array(attachmentSummary),
      /** What a colleague proposes, while it waits for a second reviewer. */
      proposal: z.nullable(
        z.strictObject({
          decision: z.enum(keysOf(decisions)),
          reasonCode: z.nullable(z.enum(keysOf(refusalReasons))),
          reply: z.nullable(z.string()),
          alternative: z.nullable(z.string()),
          /** Of a deletion in part: the codes of what would go. */
          items: z.nullable(z.array(z.string())),
        }),
      ),
    }),
    errors: ofOne,
  }),
  /** What lies under one mask, given once, to a second reviewer or a supervisor who says why; the person sees it. */
  unmask: operation('unmask', {
    input: z.strictObject({ id, field: z.enum(['phone', 'details', 'appeal']), reviewer, reason: text(200) }),
    output: z.strictObject({
      id,
      field: z.enum(['phone', 'details', 'appeal']),
      value: z.nullable(requestDetails),
    }),
    errors: ofOne,
  }),
  /** One picture of a request, given once, to whoever may unmask and says why; the person sees it. */
  picture: operation('picture', {
    input: z.strictObject({ id, attachment: id, reviewer, reason: text(200) }),
    output: z.strictObject({ id, attachment: id, picture: storedPicture }),
    errors: [...ofOne, 'PICTURE_UNKNOWN'],
  }),
} as const;
