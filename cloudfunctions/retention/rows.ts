import type { CollectionName } from '../../src/contracts/data-map';
import type { ErasureStep } from '../../src/contracts/data-map/derive/erasure';
import type { Held } from '../../src/contracts/data-map/grammar';
import { oneOf } from '../platform/conditions';
import type { Filter, Store } from '../platform/store';
import type { Batch } from './people';

/** One way to a batch's rows in a collection: a column, and the person behind each of its values. */
export interface Path {
  column: string;
  owners: ReadonlyMap<string, string>;
}

/** Few enough values that one filter stays small and one count answers all. */
const CHUNK = 500;

type Linked = Pick<ErasureStep, 'link'>;

/** What the people's accounts hold in a column, and whose it is; an id is known without an account. */
const heldBy = ({ people }: Batch, held: Held): Path['owners'] =>
  new Map(
    people.flatMap(({ id, account }): [string, string][] => {
      if (held === '_id') return [[id, id]];
      return account ? [[account[held], id]] : [];
    }),
  );

function pathsOf({ link }: Linked, batch: Batch): Path[] {
  switch (link.by) {
    case 'id':
      return [{ column: '_id', owners: heldBy(batch, '_id') }];
    case 'field':
      return [{ column: link.field, owners: heldBy(batch, '_id') }];
    case 'through':
      return [
        { column: link.field, owners: batch.through.get(link.collection) ?? new Map<string, string>() },
      ];
    case 'columns':
      return Object.entries(link.columns).map(([column, held]) => ({ column, owners: heldBy(batch, held) }));
  }
}

function chunksOf({ column, owners }: Path): Path[] {
  const entries = [...owners];
  return Array.from({ length: Math.ceil(entries.length / CHUNK) }, (_, index) => ({
    column,
    owners: new Map(entries.slice(index * CHUNK, (index + 1) * CHUNK)),
  }));
}

/** The ways to a batch's rows in a collection, each of few enough values for one filter. */
export const chunkedPaths = (linked: Linked, batch: Batch): Path[] =>
  pathsOf(linked, batch).flatMap(chunksOf);

/** The filter of one such way. */
export const filterOf = ({ column, owners }: Path) =>
  ({ [column]: oneOf([...owners.keys()]) }) as Filter<CollectionName>;

/** The filters that together match every row of a batch in a step's collection; never an empty one. */
export const filtersOf = (step: ErasureStep, batch: Batch): Filter<CollectionName>[] =>
  chunkedPaths(step, batch).map(filterOf);

/** More than this cannot be: a batch's people may each have asked for a handful of codes an hour. */
const MOST_CODES = 1000;

/**
 * Rows that several columns may lead to: read, so that none counts twice for one person; a row of two people counts for
 * both.
 */
async function distinctRowsPerPerson(
  store: Store,
  step: ErasureStep,
  batch: Batch,
): Promise<Map<string, number>> {
  const rowsOf = new Map<string, Set<string>>();
  for (const path of chunkedPaths(step, batch)) {
    const rows = await store.find(step.collection, filterOf(path), { limit: MOST_CODES });
    for (const row of rows) {
      const person = path.owners.get(String((row as Record<string, unknown>)[path.column])) ?? '';
      rowsOf.set(person, (rowsOf.get(person) ?? new Set()).add(row._id));
    }
  }
  return new Map([...rowsOf].map(([person, rows]) => [person, rows.size]));
}

function tally(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [person, rows] of entries) totals.set(person, (totals.get(person) ?? 0) + rows);
  return totals;
}

/** How many rows each person has in a step's collection, by subject id. */
export async function rowsPerPerson(
  store: Store,
  step: ErasureStep,
  batch: Batch,
): Promise<Map<string, number>> {
  if (step.link.by === 'columns') return distinctRowsPerPerson(store, step, batch);
  const entries: (readonly [string, number])[] = [];
  for (const path of chunkedPaths(step, batch)) {
    const counts = await store.countBy(step.collection, filterOf(path), path.column as '_id');
    for (const [value, rows] of counts) entries.push([path.owners.get(value) ?? '', rows]);
  }
  return tally(entries);
}
