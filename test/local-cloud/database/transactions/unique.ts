import { indexKeys } from '../indexes/index-keys';
import type { Collection, KeptIndex } from '../store/catalogue';
import type { Document } from '../types';
import { leavesOf } from '../values/paths';

/** A key that a document would take in a unique index. */
export interface UniqueKey {
  index: KeptIndex;
  key: Buffer;
}

/** Every unique key of a document; a missing field counts as null. */
export function uniqueKeysOf(collection: Collection, document: Document): UniqueKey[] {
  return collection.indexes
    .filter((index) => index.unique)
    .flatMap((index) => indexKeys(index.fields, document).keys.map((key) => ({ index, key })));
}

/** How MongoDB prints the key in its duplicate error. */
export function describeKey(index: Pick<KeptIndex, 'fields'>, document: Document): string {
  const parts = index.fields.map(
    ({ field }) => `${field}: ${JSON.stringify(leavesOf(document, field)[0] ?? null)}`,
  );
  return `{ ${parts.join(', ')} }`;
}
