import { requestFailed } from '../errors';
import type { Document, IndexField } from '../types';
import { encodeKey, invertKey } from '../values/key-encoding';
import { leavesOf } from '../values/paths';

/** LMDB bounds a key at 1978 bytes; what is left of it after the table's prefix and the document's own key. */
const MAX_KEY_BYTES = 1024;

/** The keys under which one index holds a document, without the table's prefix. */
export interface IndexKeys {
  keys: Buffer[];
  /** The fields on whose path an array lay, so that the document has several keys. */
  multikey: string[];
}

/** Derives a document's keys. A missing field is null; an array stands under each of its elements. */
export function indexKeys(fields: readonly IndexField[], document: Document): IndexKeys {
  let keys: Buffer[] = [Buffer.alloc(0)];
  const multikey: string[] = [];
  for (const { field, direction } of fields) {
    const values = fieldValues(document, field);
    if (values.isArray) multikey.push(field);
    if (multikey.length > 1) throw requestFailed('cannot index parallel arrays');
    const parts = values.keys.map((key) => (direction === 1 ? key : invertKey(key)));
    keys = keys.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])));
  }
  for (const key of keys) {
    if (key.length > MAX_KEY_BYTES)
      throw requestFailed(`key too large to index, failing ${String(key.length)} > ${String(MAX_KEY_BYTES)}`);
  }
  return { keys, multikey };
}

function fieldValues(document: Document, field: string): { keys: Buffer[]; isArray: boolean } {
  const leaves = leavesOf(document, field);
  const values = leaves.flatMap((leaf) =>
    Array.isArray(leaf) ? (leaf.length ? (leaf as unknown[]) : [undefined]) : [leaf ?? null],
  );
  if (!values.length) values.push(null);
  const isArray = leaves.length !== 1 || leaves.some(Array.isArray);
  const distinct = new Map(
    values.map((value) => encodeKey(value)).map((key) => [key.toString('latin1'), key]),
  );
  return { keys: [...distinct.values()], isArray };
}

/** A document's own key: its `_id`. */
export function documentKey(id: unknown): Buffer {
  const key = encodeKey(id);
  if (key.length > MAX_KEY_BYTES / 2) throw requestFailed(`_id too large: ${String(key.length)} bytes`);
  return key;
}
