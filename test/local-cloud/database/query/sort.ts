import { invalidParam, requestFailed } from '../errors';
import type { SortSpec } from '../types';
import { isDocument } from '../values/bson-type';
import { compareValues } from '../values/compare';
import { leavesOf } from '../values/paths';

/** Reads a sort of the wire: `{field: 1 or -1}`. */
export function parseSort(value: unknown): SortSpec {
  if (!isDocument(value)) throw invalidParam('order must be an object');
  for (const [field, direction] of Object.entries(value)) {
    if (!field || field.startsWith('$'))
      throw requestFailed(`FieldPath field names may not start with '$': ${field}`);
    if (direction !== 1 && direction !== -1)
      throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
  }
  return value as SortSpec;
}

/** The value a document sorts by: of an array the least going up, the greatest going down; missing counts as null. */
function sortKey(document: unknown, path: string, direction: 1 | -1): unknown {
  const values = leavesOf(document, path).flatMap((leaf) =>
    Array.isArray(leaf) ? (leaf.length ? leaf : [undefined]) : [leaf ?? null],
  );
  if (values.length === 0) return null;
  return values.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best));
}

/** Orders documents as MongoDB does. Documents that tie keep their order under `Array.prototype.sort`. */
export function documentOrder(sort: SortSpec): (a: unknown, b: unknown) => number {
  const fields = Object.entries(sort);
  return (a, b) => {
    for (const [path, direction] of fields) {
      const order = compareValues(sortKey(a, path, direction), sortKey(b, path, direction)) * direction;
      if (order !== 0) return order;
    }
    return 0;
  };
}
