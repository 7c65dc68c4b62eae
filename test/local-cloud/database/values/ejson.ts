import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  DBRef,
  Decimal128,
  Double,
  EJSON,
  Int32,
  Long,
  ObjectId,
} from 'bson';
import { invalidParam } from '../errors';
import { isDocument } from './bson-type';

/** Deeper nesting than MongoDB stores, and a bound on recursion over hostile input. */
const MAX_DEPTH = 100;

/**
 * Reads one string parameter of the wire (canonical EJSON) into plain JavaScript and BSON values.
 * Numbers become JavaScript numbers, server dates become `now` plus their offset, at any depth.
 */
export function parseEjson(text: string, name: string, now: Date): unknown {
  let parsed: unknown;
  try {
    parsed = EJSON.parse(text);
  } catch (error) {
    throw invalidParam(
      `${name} is not valid EJSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return revive(parsed, now, 0);
}

function revive(value: unknown, now: Date, depth: number): unknown {
  if (depth > MAX_DEPTH) throw invalidParam(`nesting exceeds ${String(MAX_DEPTH)} levels`);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((element) => revive(element, now, depth + 1));
  if (value instanceof BSONRegExp) return toRegExp(value);
  if (value instanceof Long || value instanceof Int32 || value instanceof Double) return Number(value);
  if (value instanceof BSONSymbol) return value.value;
  if (value instanceof Code || value instanceof DBRef)
    throw invalidParam('code and references are not supported');
  if (!isDocument(value)) return value;
  const date = serverDate(value, now);
  if (date) return date;
  const result: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (key === '__proto__' || key.split('.').includes('__proto__'))
      throw invalidParam('__proto__ is not a field name');
    result[key] = revive(member, now, depth + 1);
  }
  return result;
}

function toRegExp(value: BSONRegExp): RegExp {
  try {
    return new RegExp(value.pattern, value.options.replace(/[^imsu]/g, ''));
  } catch (error) {
    throw invalidParam(
      `regular expression is invalid: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function serverDate(value: Record<string, unknown>, now: Date): Date | undefined {
  const marker = value['$tcb_server_date'];
  if (marker === undefined) return undefined;
  const offset = isDocument(marker) ? (marker['offset'] ?? 0) : undefined;
  if (typeof offset !== 'number') throw invalidParam('server date offset must be a number of milliseconds');
  return new Date(now.getTime() + offset);
}

/** One result as the wire carries it: canonical EJSON, ObjectIds as hex strings because the SDK expects so. */
export function formatEjson(document: unknown): string {
  return EJSON.stringify(present(document), { relaxed: false });
}

/** One document for a page to show: relaxed EJSON values, not a string. */
export function relaxedEjson(document: unknown): unknown {
  return EJSON.serialize(present(document), { relaxed: true });
}

function present(value: unknown): unknown {
  if (value instanceof ObjectId) return value.toHexString();
  if (Array.isArray(value)) return value.map(present);
  if (value instanceof Binary || value instanceof Decimal128 || !isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, present(member)]));
}
