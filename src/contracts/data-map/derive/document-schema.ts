import * as z from 'zod/mini';
import type { Collection } from '../grammar';
import { columnsOf } from './columns';

const rowId = z.string().check(z.minLength(1), z.maxLength(120));
const known = new WeakMap<Collection, z.ZodMiniType>();

/** The strict schema of a stored document: what is not declared cannot be written. */
export function documentSchema(collection: Collection): z.ZodMiniType {
  const cached = known.get(collection);
  if (cached) return cached;
  const shape: Record<string, z.ZodMiniType> = { _id: rowId };
  for (const { column, schema, optional } of columnsOf(collection)) {
    shape[column] = optional ? z.optional(schema) : schema;
  }
  const schema = z.strictObject(shape);
  known.set(collection, schema);
  return schema;
}

/** The strict schema of a change: declared columns only, each whole; `_id` never changes. */
export function changeSchema(collection: Collection): z.ZodMiniType {
  const shape = Object.fromEntries(
    columnsOf(collection).map(({ column, schema }) => [column, z.optional(schema)]),
  );
  return z.strictObject(shape);
}
