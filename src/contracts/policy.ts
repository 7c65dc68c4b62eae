import * as z from 'zod/mini';
import { operationsOf } from './operation';
import { policyChange } from './policy-change';
import { isoDay, policyVersion, sha256 } from './values';

const operation = operationsOf('policy');

/** One block of the policy's text, small enough to be drawn by a mini program without a Markdown parser. */
const policyNode = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('heading'),
    depth: z.int(),
    /** The whole heading, its number included: '2.1 基本功能需要的信息'. */
    text: z.string(),
    /** The number alone, '2' or '2.1', which promises refer to; missing on the title. */
    section: z.optional(z.string()),
  }),
  z.strictObject({ type: z.literal('paragraph'), text: z.string() }),
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.string()) }),
  /** Derived from the data map when the version was compiled; each row has as many cells as the head. */
  z.strictObject({ type: z.literal('table'), head: z.array(z.string()), rows: z.array(z.array(z.string())) }),
]);

/** One block of the policy's text. */
export type PolicyNode = z.infer<typeof policyNode>;

const head = {
  version: policyVersion,
  digest: sha256,
  updatedOn: isoDay,
  effectiveOn: isoDay,
  /** `announced` does not count yet; `past` counts only for who has not agreed to a later one. */
  state: z.enum(['past', 'in-force', 'announced']),
};
const whole = z.strictObject({ ...head, nodes: z.array(policyNode) });

/** Open to everyone; reading the policy needs no account and leaves no trace. */
export const policy = {
  current: operation('current', { input: z.strictObject({}), output: whole }),
  /** Every version there ever was, newest first, those announced included. */
  versions: operation('versions', {
    input: z.strictObject({}),
    output: z.strictObject({ versions: z.array(z.strictObject(head)) }),
  }),
  read: operation('read', {
    input: z.strictObject({ version: policyVersion }),
    output: whole,
    errors: ['POLICY_UNKNOWN'],
  }),
  /** What changes for whoever goes from one version to the other: the text block by block, and what it means. */
  compare: operation('compare', {
    input: z.strictObject({ from: policyVersion, to: policyVersion }),
    output: z.strictObject({
      blocks: z.array(z.strictObject({ change: z.enum(['same', 'added', 'removed']), node: policyNode })),
      /** Null when `to` is the older of the two: what a version changes is told forwards only. */
      change: z.nullable(policyChange),
    }),
    errors: ['POLICY_UNKNOWN', 'POLICY_SAME'],
  }),
  /** The key with which certificates, anchors and receipts are signed, so that anyone can check one alone. */
  publicKey: operation('publicKey', {
    input: z.strictObject({}),
    output: z.strictObject({
      algorithm: z.literal('Ed25519'),
      /** SubjectPublicKeyInfo in PEM (RFC 8410). */
      pem: z.string(),
      /** SHA-256 of its DER form, in hex. */
      fingerprint: sha256,
    }),
  }),
} as const;
