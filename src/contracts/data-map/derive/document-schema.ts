import * as z from 'zod/mini';
import type { Collection } from '../grammar';
import { columnsOf } from './columns';

const rowId = z.string().check(z.minLength(1), z.maxLength(120));

/** A schema is built once for each collection: each row that is written asks for it. */
function oncePerCollection(build: (collection: Collection) => z.ZodMiniType) {
  const known = new WeakMap<Collection, z.ZodMiniType>();
  return (collection: Collection): z.ZodMiniType => {
    const schema = known.get(collection) ?? build(collection);
    known.set(collection, schema);
    return schema;
  };
}

/** The strict schema of a stored document: what is not declared cannot be written. */
export const documentSchema = oncePerCollection((collection) => {
  const shape: Record<string, z.ZodMiniType> = { _id: rowId };
  for (const { column, schema, optional } of columnsOf(collection)) {
    shape[column] = optional ? z.optional(schema) : schema;
  }
  return z.strictObject(shape);
});

/** The strict schema of a change: declared columns only, each whole; `_id` never changes. */
export const changeSchema = oncePerCollection((collection) =>
  z.strictObject(
    Object.fromEntries(columnsOf(collection).map(({ column, schema }) => [column, z.optional(schema)])),
  ),
);
