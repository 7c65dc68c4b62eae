import * as z from 'zod/mini';
import { certificates } from './data-map/collections/certificates';
import { operationsOf } from './operation';
import { id } from './values';

const operation = operationsOf('account');
const { fields } = certificates;

/** The signed statement of an erasure; the signature is Ed25519 over the RFC 8785 form of everything else. */
const statement = z.strictObject({
  subject: id,
  begunAt: fields.begunAt.schema,
  certifiedAt: fields.certifiedAt.schema,
  keyFingerprint: fields.keyFingerprint.schema,
  counts: fields.counts.schema,
  recipients: z.optional(fields.recipients.schema),
  signature: fields.signature.schema,
});

/** The operation of `account` that shows how far an erasure is. */
export const certificate = {
  /**
   * How far an erasure is, by the id that `deregister` gave, to whoever holds it: after the erasure nobody is known as
   * its person any more. The id is random and leads to no one. `waiting`: everything here is gone, and a recipient has
   * not yet said that it deleted.
   */
  certificate: operation('certificate', {
    input: z.strictObject({ id }),
    output: z.strictObject({
      state: z.enum(['frozen', 'begun', 'waiting', 'certified']),
      certificate: z.optional(statement),
      /** Of the signature, in PEM. */
      publicKey: z.string(),
    }),
    errors: ['CERTIFICATE_UNKNOWN'],
  }),
} as const;
