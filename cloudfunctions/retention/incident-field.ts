import { dataMap, type CollectionName } from '../../src/contracts/data-map';
import { columnsOfField } from '../../src/contracts/data-map/derive/columns';
import type { Collection, Field } from '../../src/contracts/data-map/grammar';

/** A field of the map that leads to people, with the column by whose presence a value is seen. */
export interface Leak {
  collection: CollectionName;
  declared: Collection;
  name: string;
  field: Field;
  column: string;
}

/** Reads `collection.field`; undefined for one that the map does not know, or whose rows belong to nobody directly. */
export function leakOf(path: string): Leak | undefined {
  const [name = '', fieldName = '', ...rest] = path.split('.');
  if (rest.length > 0 || !Object.hasOwn(dataMap, name)) return undefined;
  const collection = name as CollectionName;
  const declared: Collection = dataMap[collection];
  const field = Object.hasOwn(declared.fields, fieldName) ? declared.fields[fieldName] : undefined;
  if (!field || (declared.link.by !== 'id' && declared.link.by !== 'field')) return undefined;
  const [column] = columnsOfField(fieldName, field);
  return column && { collection, declared, name: fieldName, field, column: column.column };
}
