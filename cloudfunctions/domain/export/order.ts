import type { Collection, Document } from '../../../src/contracts/data-map/grammar';

/** The column by which a person's own rows lie in time: what the index on their link has beside it. */
const orderOf = ({ link, indexes }: Collection): string | undefined =>
  link.by === 'field' ? indexes.find(({ on }) => on[0] === link.field)?.on[1] : undefined;

/** A person's rows of one collection, oldest first: a chain by its number, all else by time. */
export function oldestFirst<R extends Document<Collection>>(declared: Collection, rows: readonly R[]): R[] {
  const column = orderOf(declared);
  if (column === undefined) return [...rows];
  const placeOf = (row: R) => (row as Readonly<Record<string, unknown>>)[column];
  return [...rows].sort((one, other) => {
    const [a, b] = [placeOf(one), placeOf(other)];
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return String(a) < String(b) ? -1 : Number(String(a) > String(b));
  });
}
