import { dataMap, type CollectionName } from '../../src/contracts/data-map';
import { columnsOfField, writtenColumn } from '../../src/contracts/data-map/derive/columns';
import { fail } from '../../src/contracts/errors';
import type { Collection, Field, Link } from '../../src/contracts/data-map/grammar';
import { ok, type Result } from '../../src/contracts/result';

/** A field of the map that leads to people. */
export interface Leak {
  collection: CollectionName;
  link: Exclude<Link, { by: 'none' }>;
  name: string;
  field: Field;
  /** The column by whose presence a value is seen. */
  column: string;
  /** The column that says since when a row is there. */
  since: string;
}

/**
 * Reads `collection.field`. Fails with `FIELD_UNKNOWN` for one that the map does not declare, and with
 * `FIELD_OF_NOBODY` for one whose rows lead to no person, so that there is nobody to tell.
 */
export function leakOf(path: string): Result<Leak> {
  const [name = '', fieldName = '', ...rest] = path.split('.');
  if (rest.length > 0 || !Object.hasOwn(dataMap, name)) return fail('FIELD_UNKNOWN');
  const collection = name as CollectionName;
  const declared: Collection = dataMap[collection];
  const field = Object.hasOwn(declared.fields, fieldName) ? declared.fields[fieldName] : undefined;
  if (!field) return fail('FIELD_UNKNOWN');
  const { link } = declared;
  const since = writtenColumn(declared);
  const [column] = columnsOfField(fieldName, field);
  if (link.by === 'none' || since === undefined || !column) return fail('FIELD_OF_NOBODY');
  return ok({ collection, link, name: fieldName, field, column: column.column, since });
}
