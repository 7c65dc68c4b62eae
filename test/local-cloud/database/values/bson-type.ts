import { Binary, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import type { Document } from '../types';

/** MongoDB's canonical types, in its comparison order. */
export const TYPE_ORDER = {
  minKey: 1,
  undefined: 2,
  null: 3,
  number: 4,
  string: 5,
  object: 6,
  array: 7,
  binData: 8,
  objectId: 9,
  bool: 10,
  date: 11,
  timestamp: 12,
  regex: 13,
  maxKey: 14,
} as const;

export type CanonicalType = keyof typeof TYPE_ORDER;

/** A plain sub-document, as opposed to a BSON value that happens to be a JavaScript object. */
export function isDocument(value: unknown): value is Document {
  return canonicalType(value) === 'object';
}

/** The canonical type by which MongoDB brackets comparisons. */
export function canonicalType(value: unknown): CanonicalType {
  switch (typeof value) {
    case 'undefined':
      return 'undefined';
    case 'number':
    case 'bigint':
      return 'number';
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    default:
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Binary) return 'binData';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof Decimal128) return 'number';
  if (value instanceof MinKey) return 'minKey';
  if (value instanceof MaxKey) return 'maxKey';
  return 'object';
}

/** A number of any width as a double, for ordering and arithmetic. */
export function toDouble(value: unknown): number {
  if (typeof value === 'number') return value;
  if (value instanceof Decimal128) return Number(value.toString());
  return Number(value);
}

const INT32_LIMIT = 2 ** 31;

/** The type names and numbers by which `$type` selects. Numbers are typed as the SDK sends them. */
export function typeAliases(value: unknown): (string | number)[] {
  const type = canonicalType(value);
  switch (type) {
    case 'number':
      if (value instanceof Decimal128) return ['decimal', 19, 'number'];
      if (!Number.isInteger(value) || Object.is(value, -0)) return ['double', 1, 'number'];
      return Math.abs(value as number) < INT32_LIMIT ? ['int', 16, 'number'] : ['long', 18, 'number'];
    default:
      return [type, TYPE_NUMBERS[type]];
  }
}

const TYPE_NUMBERS: Record<Exclude<CanonicalType, 'number'>, number> = {
  minKey: -1,
  undefined: 6,
  null: 10,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  objectId: 7,
  bool: 8,
  date: 9,
  timestamp: 17,
  regex: 11,
  maxKey: 127,
};

/** Every name and number that `$type` accepts. */
export const KNOWN_TYPES: ReadonlySet<unknown> = new Set([
  ...Object.keys(TYPE_NUMBERS),
  ...Object.values(TYPE_NUMBERS),
  ...['number', 'int', 16, 'long', 18, 'double', 1, 'decimal', 19],
]);
