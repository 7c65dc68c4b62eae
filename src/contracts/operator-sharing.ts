import * as z from 'zod/mini';
import { exceptions, type ExceptionId } from './data-map/exceptions';
import { operationsOf } from './operation';
import { id, instant, mobile, text } from './values';

/** What the operator's forms mean by members that the mini program's forms have too. */
export const operatorLabels = {
  phone: '手机号',
  from: '开始时间',
  to: '结束时间',
  field: '信息项目',
  value: '信息内容',
} as const;

const operation = operationsOf('retention', 'console', operatorLabels);
/** A case of the policy; only those that the law itself knows carry anything. */
const exception = z.enum(Object.keys(exceptions) as [ExceptionId, ...ExceptionId[]]);
/** Fields as `collection.field`. */
const paths = z.array(text(80)).check(z.minLength(1), z.maxLength(40));

/** What the operator does about recipients, authorities and partners. */
export const operatorSharing = {
  /**
   * Asks for a delivery to one recipient, such as after a correction. What cannot be is refused at once; whether and
   * what leaves the door decides anew when it does, and `note` says so and where to look.
   */
  deliver: operation('deliver', {
    input: z.strictObject({ phone: mobile, recipient: text(40), fields: paths, by: text(40) }),
    output: z.strictObject({ disclosure: id, note: z.string() }),
    errors: ['ACCOUNT_UNKNOWN', 'RECIPIENT_UNKNOWN', 'RECIPIENT_ENDED', 'FIELD_UNKNOWN', 'GRANT_NEEDED'],
  }),
  /**
   * Gives an authority what a law makes us give (P22): only in a case that the law itself knows, with the document's
   * number and two different people. It is recorded before it is answered, and the record cannot be changed unseen.
   */
  disclose: operation('disclose', {
    input: z.strictObject({
      phone: mobile,
      authority: text(80),
      exception,
      document: text(120),
      fields: paths,
      by: text(40),
      second: text(40),
    }),
    output: z.strictObject({
      disclosure: id,
      values: z.array(
        z.strictObject({ field: z.string(), label: z.string(), value: z.nullable(z.string()) }),
      ),
    }),
    errors: ['ACCOUNT_UNKNOWN', 'BASIS_NEEDED', 'SECOND_PERSON_NEEDED', 'FIELD_UNKNOWN'],
  }),
  /**
   * Everything given under law about one person, each checked against the ledger: `altered`, `missing` or `unproven` is
   * an alarm; `outlived` is a row whose years are over, of which the ledger alone still tells.
   */
  compelled: operation('compelled', {
    input: z.strictObject({ phone: mobile, by: text(40) }),
    output: z.strictObject({
      disclosures: z.array(
        z.strictObject({
          disclosure: id,
          authority: z.nullable(z.string()),
          document: z.nullable(z.string()),
          fields: z.array(z.string()),
          at: z.nullable(instant),
          verdict: z.enum(['intact', 'altered', 'outlived', 'missing', 'unproven']),
        }),
      ),
    }),
    errors: ['ACCOUNT_UNKNOWN'],
  }),
  /**
   * Takes a fact from a partner (P17, P18): with the person's consent by its reference, or a case that the law knows.
   */
  import: operation('import', {
    input: z.strictObject({
      phone: mobile,
      from: text(80),
      field: text(40),
      value: z.string().check(z.minLength(1), z.maxLength(1000)),
      consentReference: z.optional(text(120)),
      exception: z.optional(exception),
      by: text(40),
    }),
    output: z.strictObject({ at: instant }),
    errors: ['ACCOUNT_UNKNOWN', 'FIELD_UNKNOWN', 'BASIS_NEEDED', 'CHILD_IMPORT'],
    labels: { from: '合作方名称' },
  }),
  /** Lets a recipient keep what a law makes it keep, so that the proof of an erasure need not wait for it (P51). */
  excuse: operation('excuse', {
    input: z.strictObject({ disclosure: id, reason: text(200), law: text(120), by: text(40) }),
    output: z.strictObject({ at: instant }),
    errors: ['DISCLOSURE_UNKNOWN'],
  }),
  /**
   * A page of the people who agreed to be handed over to a successor (P26); who has not agreed is not in it. At most
   * 500 accounts are looked at; `next` is to be given back as `after`.
   */
  handover: operation('handover', {
    input: z.strictObject({ recipient: text(40), after: z.optional(id), by: text(40) }),
    output: z.strictObject({ subjects: z.array(id), looked: z.int(), next: z.nullable(id) }),
    errors: ['RECIPIENT_UNKNOWN'],
  }),
} as const;
