import type { Binary, ObjectId, Timestamp } from 'bson';
import type { Document } from '../types';
import { canonicalType, toDouble, TYPE_ORDER } from './bson-type';

const sign = (n: number) => (n < 0 ? -1 : n > 0 ? 1 : 0);

/**
 * By code point, which is the order of the UTF-8 bytes that MongoDB compares; JavaScript's own order is by UTF-16 unit.
 */
function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      const surrogates = Number(x >= 0xd800 && x < 0xe000) - Number(y >= 0xd800 && y < 0xe000);
      if (surrogates !== 0 && (x >= 0xe000 || y >= 0xe000)) return surrogates;
      return x - y;
    }
  }
  return a.length - b.length;
}

/** NaN is the smallest number, as in MongoDB. */
function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a - b;
}

function compareDocuments(a: Document, b: Document): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [left[i] as string, right[i] as string];
    const order =
      TYPE_ORDER[canonicalType(a[x])] - TYPE_ORDER[canonicalType(b[y])] ||
      compareStrings(x, y) ||
      compareValues(a[x], b[y]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** MongoDB's total order of BSON values: first by type, then by value. Answers -1, 0 or 1. */
export function compareValues(a: unknown, b: unknown): number {
  const type = canonicalType(a);
  const other = canonicalType(b);
  if (type !== other) return sign(TYPE_ORDER[type] - TYPE_ORDER[other]);
  switch (type) {
    case 'number':
      return sign(compareNumbers(toDouble(a), toDouble(b)));
    case 'string':
      return sign(compareStrings(a as string, b as string));
    case 'object':
      return sign(compareDocuments(a as Document, b as Document));
    case 'array':
      return sign(compareArrays(a as unknown[], b as unknown[]));
    case 'binData': {
      const [x, y] = [a as Binary, b as Binary];
      return sign(
        x.position - y.position ||
          x.sub_type - y.sub_type ||
          Buffer.compare(Buffer.from(x.value()), Buffer.from(y.value())),
      );
    }
    case 'objectId':
      return sign(compareStrings((a as ObjectId).toHexString(), (b as ObjectId).toHexString()));
    case 'bool':
      return sign(Number(a) - Number(b));
    case 'date':
      return sign(compareNumbers((a as Date).getTime(), (b as Date).getTime()));
    case 'timestamp':
      return sign((a as Timestamp).compare(b as Timestamp));
    case 'regex':
      return sign(
        compareStrings((a as RegExp).source, (b as RegExp).source) ||
          compareStrings((a as RegExp).flags, (b as RegExp).flags),
      );
    default:
      return 0;
  }
}

/** Equality as a filter sees it. Unlike sorting, field order inside a sub-document counts. */
export const valuesEqual = (a: unknown, b: unknown): boolean => compareValues(a, b) === 0;
