import * as z from 'zod/mini';
import { operationsOf } from './operation';
import { id, instant, mobile, text } from './values';

const operation = operationsOf('retention', 'console');

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
} as const;
