import type { CollectionName } from '../../src/contracts/data-map';
import type { ErasureStep } from '../../src/contracts/data-map/derive/erasure';
import { oneOf } from '../platform/conditions';
import type { Filter, Store } from '../platform/store';
import type { Batch } from './people';

/** One way to a batch's rows in a collection: a column, and the person behind each of its values. */
interface Path {
  column: string;
  owners: ReadonlyMap<string, string>;
}

/** Few enough values that one filter stays small and one count answers all. */
const CHUNK = 500;

function pathsOf({ link }: ErasureStep, { people, requests }: Batch): Path[] {
  const byId = new Map(people.map(({ id }) => [id, id]));
  switch (link.by) {
    case 'id':
      return [{ column: '_id', owners: byId }];
    case 'field':
      return [{ column: link.field, owners: byId }];
    case 'through':
      return [{ column: link.field, owners: requests }];
    case 'digest':
      return Object.entries(link.columns).map(([column, digest]) => ({
        column,
        owners: new Map(
          people.flatMap(({ id, account }) => (account ? [[account[digest], id] as const] : [])),
        ),
      }));
  }
}

function chunksOf({ column, owners }: Path): Path[] {
  const entries = [...owners];
  return Array.from({ length: Math.ceil(entries.length / CHUNK) }, (_, index) => ({
    column,
    owners: new Map(entries.slice(index * CHUNK, (index + 1) * CHUNK)),
  }));
}

const chunkedPaths = (step: ErasureStep, batch: Batch) => pathsOf(step, batch).flatMap(chunksOf);
const filterOf = ({ column, owners }: Path) =>
  ({ [column]: oneOf([...owners.keys()]) }) as Filter<CollectionName>;

/** The filters that together match every row of a batch in a step's collection; never an empty one. */
export const filtersOf = (step: ErasureStep, batch: Batch): Filter<CollectionName>[] =>
  chunkedPaths(step, batch).map(filterOf);

/** How many rows each person has in a step's collection, by subject id. */
export async function rowsPerPerson(
  store: Store,
  step: ErasureStep,
  batch: Batch,
): Promise<Map<string, number>> {
  const totals = new Map<string, number>();
  for (const path of chunkedPaths(step, batch)) {
    const counts = await store.countBy(step.collection, filterOf(path), path.column as '_id');
    for (const [value, rows] of counts) {
      const person = path.owners.get(value);
      if (person !== undefined) totals.set(person, (totals.get(person) ?? 0) + rows);
    }
  }
  return totals;
}
