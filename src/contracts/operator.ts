import * as z from 'zod/mini';
import { operationsOf } from './operation';
import { health } from './health';
import { operatorLabels, operatorSharing } from './operator-sharing';
import { keysOf, requestStates } from './request-vocabulary';
import { questions } from './survey';
import { id, instant, mobile, sha256, text } from './values';

const operation = operationsOf('retention', 'console', operatorLabels);

/**
 * A breach of one field, as `collection.field`, between two instants, and who asks; `after` is the last page's `next`.
 */
export const breachInput = z.strictObject({
  field: z.string().check(z.maxLength(80), z.regex(/^[a-z_]+\.[A-Za-z]+$/)),
  from: instant,
  to: instant,
  after: z.optional(id),
  by: text(40),
});

/**
 * What the operator does from the console with the function `retention`; no person inside WeChat can call these. `by`
 * is whoever does it; which row it leaves stands in `operator-audits.ts`.
 */
export const operator = {
  /** The public half of the signing key, in PEM: anchors and certificates are checked with it. */
  signingKey: operation('signingKey', {
    input: z.strictObject({}),
    output: z.strictObject({ pem: z.string() }),
  }),
  /**
   * A child was found whose guardian never agreed (P67): frozen at once without cooling-off, erased by the next run of
   * the timer. `by` is who found out, `reference` the case's number in the operator's own files.
   */
  childFound: operation('childFound', {
    input: z.strictObject({ phone: mobile, by: text(40), reference: text(80) }),
    output: z.strictObject({ subject: id, eraseAfter: instant }),
    errors: ['ACCOUNT_UNKNOWN'],
  }),
  /**
   * Ends the standstill of a request whose row somebody edited by hand. `accept` takes the row as it lies, where it is
   * what the ledger says of it; `close` goes by the ledger alone: what is not decided is filed anew as of the day on
   * which it came in, what is decided or appealed is put back. Shows nothing of it. `phone` is the person's where the
   * row names another. Answers the request that goes on.
   */
  settleAltered: operation('settleAltered', {
    input: z.strictObject({
      id,
      how: z.enum(['accept', 'close']),
      phone: z.optional(mobile),
      reason: text(200),
      reference: text(80),
      by: text(40),
    }),
    output: z.strictObject({ id, state: z.enum(keysOf(requestStates)) }),
    errors: [
      ...(['REQUEST_UNKNOWN', 'SUBJECT_LEAVING', 'ACCOUNT_UNKNOWN'] as const),
      ...(['REQUEST_SOUND', 'REQUEST_UNPROVEN', 'REQUEST_UNSOUND', 'LEDGER_UNSOUND'] as const),
    ],
    labels: { id: '请求编号' },
  }),
  /** Everyone whose data a shutdown would erase, at most 1000 a page; a dry run that changes nothing (P33). */
  shutdownPlan: operation('shutdownPlan', {
    input: z.strictObject({ after: z.optional(id), by: text(40) }),
    output: z.strictObject({
      /** Whether registration is closed, without which nothing is shut down. */
      closed: z.boolean(),
      subjects: z.array(z.strictObject({ subject: id, status: z.enum(['active', 'frozen', 'erasing']) })),
      next: z.nullable(id),
      total: z.int(),
      /** How long it will take, at most. */
      minutes: z.int(),
    }),
  }),
  /** Freezes everyone with no way back; the timer erases. `confirm` is the platform's whole name. */
  shutdown: operation('shutdown', {
    input: z.strictObject({ confirm: text(40), by: text(40) }),
    output: z.strictObject({ frozen: z.int(), eraseAfter: instant }),
    errors: ['PLATFORM_OPEN', 'CONFIRMATION_WRONG'],
  }),
  /** Whom a breach reaches (P44), by subject id, at most 1000 looked at in a page; no personal data. */
  incident: operation('incident', {
    input: breachInput,
    output: z.strictObject({
      people: z.array(z.strictObject({ subject: id, since: instant })),
      /** Who is among them only because something of their history does not open. */
      damaged: z.array(id),
      looked: z.int(),
      next: z.nullable(id),
    }),
    errors: ['FIELD_UNKNOWN', 'FIELD_OF_NOBODY'],
  }),
  /** How many it may have reached who are erased by now and cannot be told. */
  incidentErased: operation('incidentErased', {
    input: breachInput,
    output: z.strictObject({ erased: z.int(), next: z.nullable(id) }),
    errors: ['FIELD_UNKNOWN', 'FIELD_OF_NOBODY'],
  }),
  /** Queues a message for each of a page's people; repeating it adds nothing. */
  incidentNotify: operation('incidentNotify', {
    input: breachInput,
    output: z.strictObject({ incident: id, queued: z.int(), known: z.int(), next: z.nullable(id) }),
    errors: ['FIELD_UNKNOWN', 'FIELD_OF_NOBODY'],
  }),
  /**
   * After a restore of a backup: subjects that were erased since it was made are erased again by the timer's next run
   * (P52). Each is named with the fingerprint of the key that was destroyed, as the journal has it. `alive` counts
   * those whose key the vault's own environment still has, `other` names those whose account has another key than the
   * journal says; neither are touched. `confirm` is the platform's whole name.
   */
  replay: operation('replay', {
    input: z.strictObject({
      erased: z
        .array(z.strictObject({ subject: id, keyFingerprint: sha256 }))
        .check(z.minLength(1), z.maxLength(1000)),
      confirm: text(40),
      by: text(40),
    }),
    output: z.strictObject({ taken: z.int(), alive: z.int(), other: z.array(id) }),
    errors: ['CONFIRMATION_WRONG'],
  }),
  /** Opens a survey (P16): what stands in the file is what everybody is asked, until it closes. */
  surveyOpen: operation('surveyOpen', {
    input: z.strictObject({
      id,
      title: text(40),
      intro: text(300),
      closesAt: instant,
      questions,
      by: text(40),
    }),
    output: z.strictObject({ id, closesAt: instant }),
    errors: ['SURVEY_TAKEN', 'SURVEY_CLOSED'],
    labels: { id: '问卷编号' },
  }),
  /** What people wrote to one question in words, masked, without whose it is; at most 100 rows a page. */
  surveyWords: operation('surveyWords', {
    input: z.strictObject({ id, question: z.int(), after: z.optional(id), by: text(40) }),
    output: z.strictObject({ words: z.array(z.string()), next: z.nullable(id) }),
    errors: ['SURVEY_UNKNOWN'],
    labels: { id: '问卷编号' },
  }),
  ...operatorSharing,
  /** Whether the platform keeps up: counts of rows and days with a verdict each, by indexes alone. */
  health: operation('health', { input: z.strictObject({}), output: health }),
  /**
   * Brings rows of older releases to the schema of today for up to a minute, as the timer does for longer; called until
   * nothing is older. Answers the collections that still have rows of another version than the functions' own: what is
   * older and stays so was edited by hand, what is unknown a later release wrote.
   */
  migrate: operation('migrate', {
    input: z.strictObject({}),
    output: z.strictObject({
      migrated: z.int(),
      collections: z.array(
        z.strictObject({ collection: text(40), version: z.int(), older: z.int(), unknown: z.int() }),
      ),
    }),
  }),
  /** Figures for the regulator's pack, over at most 1000 rows a page by id: counts by name, no personal data. */
  statistics: operation('statistics', {
    input: z.strictObject({
      of: z.enum(['requests', 'consents', 'shares', 'audits', 'erasures', 'disclosures']),
      after: z.optional(id),
    }),
    output: z.strictObject({
      figures: z.record(z.string(), z.record(z.string(), z.int())),
      looked: z.int(),
      next: z.nullable(id),
    }),
  }),
} as const;
