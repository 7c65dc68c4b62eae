import * as z from 'zod/mini';
import { operationsOf } from './operation';
import { isoDay, policyVersion, sha256 } from './values';

const operation = operationsOf('policy');

/** One block of the policy's text. */
export const policyNode = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('heading'),
    depth: z.int(),
    text: z.string(),
    section: z.optional(z.string()),
  }),
  z.strictObject({ type: z.literal('paragraph'), text: z.string() }),
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.string()) }),
]);

const head = { version: policyVersion, digest: sha256, updatedOn: isoDay, effectiveOn: isoDay };
const whole = z.strictObject({ ...head, nodes: z.array(policyNode) });

/** Open to everyone; reading the policy needs no account and leaves no trace. */
export const policy = {
  current: operation('current', { input: z.strictObject({}), output: whole }),
  versions: operation('versions', {
    input: z.strictObject({}),
    output: z.strictObject({ versions: z.array(z.strictObject(head)) }),
  }),
  read: operation('read', {
    input: z.strictObject({ version: policyVersion }),
    output: whole,
    errors: ['POLICY_UNKNOWN'],
  }),
  compare: operation('compare', {
    input: z.strictObject({ from: policyVersion, to: policyVersion }),
    output: z.strictObject({
      blocks: z.array(z.strictObject({ change: z.enum(['same', 'added', 'removed']), node: policyNode })),
    }),
    errors: ['POLICY_UNKNOWN'],
  }),
} as const;
