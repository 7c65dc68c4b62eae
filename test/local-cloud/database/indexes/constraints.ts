import type { Document } from '../types';
import { canonicalType, isDocument } from '../values/bson-type';

/** What a filter demands of one field, as far as an index can use it. Several stand for "and". */
export type Constraint = { kind: 'points'; values: unknown[] } | { kind: 'range'; low?: Bound; high?: Bound };

interface Bound {
  value: unknown;
  inclusive: boolean;
}

/**
 * The constraints of a filter by field, from its top level and its `$and`s. They may only widen, never narrow, the
 * answer.
 */
export function constraintsOf(filter: Document): Map<string, Constraint[]> {
  const found = new Map<string, Constraint[]>();
  collect(filter, found);
  return found;
}

function collect(filter: Document, found: Map<string, Constraint[]>): void {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isDocument(part)) collect(part, found);
    } else if (!key.startsWith('$')) {
      found.set(key, [...(found.get(key) ?? []), ...constraintsIn(condition)]);
    }
  }
}

function constraintsIn(condition: unknown): Constraint[] {
  if (!isDocument(condition) || !Object.keys(condition).some((key) => key.startsWith('$'))) {
    return isPoint(condition) ? [{ kind: 'points', values: [condition] }] : prefixRange(condition);
  }
  return Object.entries(condition).flatMap(([operator, operand]) => READERS[operator]?.(operand) ?? []);
}

/** Arrays and regular expressions match by more than equality. */
const isPoint = (value: unknown) => canonicalType(value) !== 'array' && canonicalType(value) !== 'regex';
/** A condition in the place of a value, as `$all` takes `$elemMatch`. */
const isOperator = (value: unknown) =>
  isDocument(value) && Object.keys(value).some((key) => key.startsWith('$'));
const ORDERED_TYPES = new Set(['number', 'string', 'date', 'objectId', 'bool', 'timestamp']);
const isOrdered = (value: unknown) => ORDERED_TYPES.has(canonicalType(value)) && !Number.isNaN(value);

const range =
  (side: 'low' | 'high', inclusive: boolean) =>
  (value: unknown): Constraint[] =>
    isOrdered(value) ? [{ kind: 'range', [side]: { value, inclusive } }] : [];

const READERS: Record<string, (operand: unknown) => Constraint[]> = {
  $eq: (operand) => (isPoint(operand) ? [{ kind: 'points', values: [operand] }] : []),
  $in: (operand) =>
    Array.isArray(operand) && operand.every(isPoint) ? [{ kind: 'points', values: operand }] : [],
  // Each must be there, so that any one of them narrows.
  $all: (operand) =>
    Array.isArray(operand)
      ? operand
          .filter((value) => isPoint(value) && !isOperator(value))
          .map((value) => ({ kind: 'points' as const, values: [value] as unknown[] }))
      : [],
  $gt: range('low', false),
  $gte: range('low', true),
  $lt: range('high', false),
  $lte: range('high', true),
};

/** `/^literal/` without flags reads the stretch of strings that start so. */
function prefixRange(condition: unknown): Constraint[] {
  if (!(condition instanceof RegExp) || condition.flags !== '') return [];
  const literal = /^\^([\w\- @:/]+)/.exec(condition.source)?.[1];
  if (
    !literal ||
    /^[*?{|]/.test(condition.source.slice(literal.length + 1)) ||
    condition.source.includes('|')
  )
    return [];
  return [
    {
      kind: 'range',
      low: { value: literal, inclusive: true },
      high: { value: `${literal}\u{10FFFF}`, inclusive: true },
    },
  ];
}
