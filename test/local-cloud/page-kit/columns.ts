import { dataMap } from '../../../src/contracts/data-map';
import type { Collection } from '../../../src/contracts/data-map/grammar';

/** How a value lies on disk. */
export type Form = 'plain' | 'sealed' | 'digest';

/** A column of a stored row, as the data map declares it. */
export interface ShownColumn {
  column: string;
  label: string;
  form: Form;
}

const declared: Readonly<Record<string, Collection>> = dataMap;

/** The collection's Chinese name; its own name when it is not declared. */
export const collectionLabel = (name: string): string => declared[name]?.label ?? name;

const columnsByName = new Map(
  Object.entries(declared).map(([name, { fields }]) => {
    const columns = new Map<string, ShownColumn>();
    for (const [field, { label, store }] of Object.entries(fields)) {
      const digest = `${field}Digest`;
      if (store !== 'digest') {
        columns.set(field, { column: field, label, form: store === 'plain' ? 'plain' : 'sealed' });
      }
      if (store === 'digest' || store === 'sealed+digest')
        columns.set(digest, { column: digest, label, form: 'digest' });
    }
    return [name, columns] as const;
  }),
);

/** Wrapped keys and ciphertexts say so themselves. */
const SEALED = /^[sw]1\.[A-Za-z0-9_-]+$/;

/** What a column is called and how it lies; an undeclared one keeps its own name. */
export function shownColumn(collection: string, column: string, value: unknown): ShownColumn {
  const known = columnsByName.get(collection)?.get(column);
  const label = known?.label ?? (column === '_id' ? '编号' : column);
  const isSealed = typeof value === 'string' && SEALED.test(value);
  // The mark tells what lies there, not what was meant to: a sealed column found in clear must not look sealed.
  if (isSealed) return { column, label, form: 'sealed' };
  return { column, label, form: known?.form === 'digest' ? 'digest' : 'plain' };
}

/** A stored value as text. */
export const valueText = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
