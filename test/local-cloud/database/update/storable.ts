import { BSON } from 'bson';
import { invalidParam, requestFailed } from '../errors';
import type { Document } from '../types';
import { canonicalType, isDocument } from '../values/bson-type';

/** MongoDB's bound on one document. */
const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
const MAX_DEPTH = 100;

/** Bytes of a document as it is stored; refuses what MongoDB refuses to store. */
export function storedBytes(document: Document): Buffer {
  checkNames(document, 0);
  const bytes = BSON.serialize(document, { ignoreUndefined: true });
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw requestFailed(
      `object to insert too large. size in bytes: ${String(bytes.length)}, max size: ${String(MAX_DOCUMENT_BYTES)}`,
    );
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** These bytes are our own: their text need not be looked through letter by letter each time it is read. */
const OWN = { validation: { utf8: false } } as const;

/** A document as it was stored. */
export const fromStoredBytes = (bytes: Uint8Array): Document => BSON.deserialize(bytes, OWN);

/** Refuses an `_id` that cannot be a key. */
export function checkId(id: unknown): void {
  const type = canonicalType(id);
  if (type === 'array' || type === 'regex' || type === 'undefined') {
    throw requestFailed(`The '_id' value cannot be of type ${type}`);
  }
}

function checkNames(value: unknown, depth: number): void {
  if (depth > MAX_DEPTH) throw invalidParam(`nesting exceeds ${String(MAX_DEPTH)} levels`);
  if (Array.isArray(value)) {
    for (const element of value) checkNames(element, depth + 1);
  } else if (isDocument(value)) {
    for (const [name, member] of Object.entries(value)) {
      if (name.startsWith('$'))
        throw requestFailed(`The dollar ($) prefixed field '${name}' is not valid for storage.`);
      if (name.includes('\0')) throw requestFailed('field names cannot contain null bytes');
      checkNames(member, depth + 1);
    }
  }
}
