import canonicalize from 'canonicalize';
import { columnsOf } from '../../src/contracts/data-map/derive/columns';
import type { Collection, Document } from '../../src/contracts/data-map/grammar';
import { lookupDigest } from './keys';

/** Columns that the system keeps for its own work and that prove nothing. */
const bookkeeping: readonly string[] = ['staleSince', 'guard', 'checkedAt'];

/** What proves something and can be read: kept after erasure, so that erasing leaves the digest true. */
const guardedColumns = ({ fields }: Collection): string[] =>
  Object.entries(fields).flatMap(([name, { store, erase }]) =>
    store === 'plain' && erase === 'keep-until' && !bookkeeping.includes(name) ? [name] : [],
  );

function digestOf(collection: Collection, row: Readonly<Record<string, unknown>>): string {
  const guarded = Object.fromEntries(
    ['_id', ...guardedColumns(collection)].flatMap((name) =>
      row[name] === undefined || row[name] === null ? [] : [[name, row[name]]],
    ),
  );
  return lookupDigest(`guard|${collection.name}|${canonicalize(guarded) ?? ''}`);
}

/**
 * The digest of a row as it will stand after a change; it goes with the change, or an edit by hand would look like it.
 */
export const guardAfter = <C extends Collection>(
  collection: C,
  row: Document<C>,
  change: Readonly<Record<string, unknown>> = {},
): string => digestOf(collection, { ...(row as object), ...change });

/** Columns of a row that the map does not declare: nothing of ours writes, shows, exports or erases them. */
export const undeclaredIn = (collection: Collection, row: object): string[] => {
  const declared = new Set(['_id', ...columnsOf(collection).map(({ column }) => column)]);
  return Object.keys(row).filter((name) => !declared.has(name));
};

/**
 * Whether nobody but the functions wrote this row: its digest needs a key that is not in the database, so an edit in
 * the console shows (PIPL 51, 69), and so does a column that somebody added. What has no digest at all, as a number
 * that is none, the functions never wrote.
 */
export function isUntouched<C extends Collection>(
  collection: C,
  row: Document<C> & { guard?: string },
): boolean {
  try {
    return (
      undeclaredIn(collection, row).length === 0 &&
      row.guard === digestOf(collection, row as object as Record<string, unknown>)
    );
  } catch {
    return false;
  }
}
