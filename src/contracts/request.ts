import * as z from 'zod/mini';
import { handedFile } from './account';
import { contentRef } from './content';
import { operationsOf } from './operation';
import {
  askedKinds,
  deletionGrounds,
  keysOf,
  refusalReasons,
  requestAskers,
  requestChannels,
  requestKinds,
  requestProofs,
  requestStates,
} from './request-vocabulary';
import { decisions } from './decisions';
import { attach, attachment, attachmentSummary, detach } from './attachments';
import { inbox, markRead } from './inbox';
import { visible } from './hidden-signs';
import { id, instant, isoDay, sha256, text } from './values';

const operation = operationsOf('request');

const words = z.string().check(z.maxLength(2000), z.regex(visible));

/** Free words, or short answers by question; the names are letters only, so that no operator can pose as one. */
export const requestDetails = z.union([
  words,
  z
    .record(z.string().check(z.regex(/^[A-Za-z]{1,32}$/)), words)
    .check(z.refine((answers) => Object.keys(answers).length <= 12)),
]);

/** A request as every list shows it. */
export const requestSummary = {
  id,
  kind: z.enum(keysOf(requestKinds)),
  state: z.enum(keysOf(requestStates)),
  version: z.int(),
  submittedAt: instant,
  dueOn: isoDay,
  provisional: z.boolean(),
  /** Working days left until `dueOn`, today not counted; 0 on the day itself and after. */
  daysLeft: z.int(),
  overdue: z.boolean(),
};

const reading = z.strictObject({
  ...requestSummary,
  details: z.nullable(requestDetails),
  /** Why whoever asked was not satisfied with the answer. */
  appeal: z.nullable(z.string()),
  decision: z.nullable(z.enum(keysOf(decisions))),
  decidedAt: z.nullable(instant),
  reason: z.nullable(
    z.strictObject({ code: z.enum(keysOf(refusalReasons)), label: z.string(), law: z.string() }),
  ),
  reply: z.nullable(z.string()),
  alternative: z.nullable(z.string()),
  /** The codes of what staff chose of a deletion; null where they chose nothing of their own. */
  items: z.nullable(z.array(z.string())),
  availableUntil: z.nullable(instant),
  /** SHA-256 of the copy as last handed over. */
  copySha256: z.nullable(sha256),
  channel: z.enum(keysOf(requestChannels)),
  askedBy: z.enum(keysOf(requestAskers)),
  verifiedBy: z.enum(keysOf(requestProofs)),
  ground: z.nullable(z.enum(keysOf(deletionGrounds))),
  /** What it is about of what was published; null where it is about nothing of that. */
  about: z.nullable(contentRef),
  /** A quoted fee in fen. */
  fee: z.nullable(z.int()),
  duplicateOf: z.nullable(id),
  /** The day in Beijing on which this was answered: a phone's own clock may be wrong. */
  today: isoDay,
  /** Every day from the one on which the running clock began to `dueOn`; none while staff are not waited for. */
  calendar: z.array(z.strictObject({ day: isoDay, kind: z.enum(['work', 'rest']) })),
  /** Its steps, oldest first. */
  history: z.array(
    z.strictObject({
      at: instant,
      by: z.enum(['subject', 'guardian', 'staff', 'timer', 'recipient']),
      state: z.enum(keysOf(requestStates)),
    }),
  ),
  /** Its pictures, oldest first, without their content. */
  attachments: z.array(attachmentSummary),
  /** Whether pictures may still be added and taken away. */
  attachable: z.boolean(),
  /** What the person may do now. */
  allowed: z.array(z.enum(['verify', 'acceptFee', 'declineFee', 'appeal', 'cancel', 'download'])),
});

const moved = z.strictObject({ id, state: requestSummary.state });
const member = ['NOT_REGISTERED', 'FROZEN', 'LOCKED'] as const;
const ofOne = ['REQUEST_UNKNOWN', 'REQUEST_ALTERED'] as const;
/** Whether the person has just accepted one of WeChat's messages: it tells of the answer. */
const notify = z.optional(z.boolean());
const move = {
  writes: 'again',
  input: z.strictObject({ id }),
  output: moved,
  errors: [...member, ...ofOne, 'REQUEST_OF_GUARDIAN', 'REQUEST_STATE'],
} as const;

/** The operations of the function `request`: every right a person can use. */
export const request = {
  /**
   * The clock starts at once: the session and the bound phone are the proof of identity (no new data asked). A leak can
   * be reported from a locked account too; it is read and taken back once that is unlocked.
   */
  submit: operation('submit', {
    writes: 'again',
    input: z.strictObject({
      kind: z.enum(askedKinds),
      details: z.optional(requestDetails),
      /** Of a complaint: what somebody published that it is about. */
      about: z.optional(contentRef),
      /** Of a deletion: which of the five grounds (P50). */
      ground: z.optional(z.enum(keysOf(deletionGrounds))),
      /** A random name of this attempt: repeated, it files nothing anew and answers the same. */
      attempt: z.optional(id),
      /**
       * The child for whom a guardian asks, as `account.wards` names it; the request is the child's (Minors Online
       * Regulations 34).
       */
      ward: z.optional(id),
      notify,
    }),
    output: z.strictObject(requestSummary),
    errors: [...member, 'TOO_MANY_OPEN', 'WARD_UNKNOWN', 'WARD_KIND', 'CONTENT_UNKNOWN'],
  }),
  /**
   * Newest first, at most 50 a page; `before` is the last page's `next`. With `ward`, what the caller asked for that
   * child, and nothing that the child asked alone.
   */
  mine: operation('mine', {
    input: z.strictObject({ before: z.optional(instant), ward: z.optional(id) }),
    output: z.strictObject({ requests: z.array(z.strictObject(requestSummary)), next: z.nullable(instant) }),
    errors: [...member, 'WARD_UNKNOWN'],
  }),
  read: operation('read', {
    input: z.strictObject({ id }),
    output: reading,
    errors: [...member, ...ofOne],
  }),
  /** Says that what came by letter is one's own; only then does anybody work on it. */
  verify: operation('verify', { ...move, input: z.strictObject({ id, notify }) }),
  cancel: operation('cancel', move),
  appeal: operation('appeal', { ...move, input: z.strictObject({ id, reason: text(2000), notify }) }),
  acceptFee: operation('acceptFee', { ...move, input: z.strictObject({ id, notify }) }),
  /** Declining ends the request and costs nothing. */
  declineFee: operation('declineFee', move),
  attach,
  detach,
  attachment,
  /** The copy, built when it is fetched, while the link lives. */
  download: operation('download', {
    writes: 'once',
    input: z.strictObject({ id }),
    output: handedFile,
    errors: [
      ...member,
      ...ofOne,
      ...(['REQUEST_OF_GUARDIAN', 'REQUEST_STATE', 'COPY_EXPIRED', 'COPY_TOO_LARGE'] as const),
    ],
  }),
  /** Who of the staff looked at or decided what, what was unmasked and why, and incidents; the newest, at most 100. */
  looks: operation('looks', {
    input: z.strictObject({ most: z.optional(z.int().check(z.minimum(1), z.maximum(100))) }),
    output: z.strictObject({
      looks: z.array(
        z.strictObject({
          at: instant,
          what: z.enum(['read', 'decide', 'unmask', 'incident']),
          about: z.nullable(z.string()),
          reason: z.nullable(z.string()),
          between: z.nullable(z.strictObject({ from: instant, to: instant })),
        }),
      ),
    }),
    errors: member,
  }),
  inbox,
  markRead,
} as const;
