import * as z from 'zod/mini';
import { operationsOf } from './operation';
import { id, instant, mobile, text } from './values';

const operation = operationsOf('retention', 'console');

/** A breach of one field, as `collection.field`, between two instants; `after` is the last page's `next`. */
export const breachInput = z.strictObject({
  field: z.string().check(z.maxLength(80), z.regex(/^[a-z_]+\.[A-Za-z]+$/)),
  from: instant,
  to: instant,
  after: z.optional(id),
});

/** What the operator does from the console with the function `retention`; no person inside WeChat can call these. */
export const operator = {
  /**
   * A child was found whose guardian never agreed (P67): frozen at once without cooling-off, erased by the next run of
   * the timer. `by` is who found out, `reference` the case's number in the operator's own files.
   */
  childFound: operation('childFound', {
    input: z.strictObject({ phone: mobile, by: text(40), reference: text(80) }),
    output: z.strictObject({ subject: id, eraseAfter: instant }),
    errors: ['ACCOUNT_UNKNOWN'],
  }),
  /** Whom a breach reaches (P44), by subject id, at most 1000 looked at in a page; no personal data. */
  incident: operation('incident', {
    input: breachInput,
    output: z.strictObject({
      people: z.array(z.strictObject({ subject: id, since: instant })),
      looked: z.int(),
      next: z.nullable(id),
    }),
    errors: ['FIELD_UNKNOWN'],
  }),
  /** How many it may have reached who are erased by now and cannot be told. */
  incidentErased: operation('incidentErased', {
    input: breachInput,
    output: z.strictObject({ erased: z.int(), next: z.nullable(id) }),
    errors: ['FIELD_UNKNOWN'],
  }),
  /** Queues a message for each of a page's people; repeating it adds nothing. */
  incidentNotify: operation('incidentNotify', {
    input: breachInput,
    output: z.strictObject({ incident: id, queued: z.int(), known: z.int(), next: z.nullable(id) }),
    errors: ['FIELD_UNKNOWN'],
  }),
} as const;
