import type { CollectionName } from '../../src/contracts/data-map';
import { gt } from './conditions';
import type { Filter, Reading, Row, Store } from './store';

/** CloudBase answers no more. */
const PAGE = 1000;

/** Where to read: a collection in the order of two columns that together are unique, with an index on both. */
export interface Ordered<N extends CollectionName, C extends keyof Row<N> & string> {
  collection: N;
  by: readonly [first: C, second: C];
  /** Rows like these alone; the index then begins with these columns. */
  where?: Filter<N>;
  /** Begins after this value of the first column. */
  after?: string;
  only: readonly C[];
  /** As `Reading` has it. */
  known?: true;
}

/**
 * All rows of a collection in order, page by page, in constant memory: each page goes on where the one before ended, so
 * that a long read costs the database no more per row than a short one. The next page is on its way while the caller
 * works on this one.
 */
export async function* orderedPages<N extends CollectionName, C extends keyof Row<N> & string>(
  store: Store,
  { collection, where, by: [first, second], after = '', only, known }: Ordered<N, C>,
): AsyncGenerator<Pick<Row<N>, C>[]> {
  const page = (filter: object, ...columns: readonly C[]) => {
    const orderBy = columns.map((column) => [column, 'asc'] as const);
    const reading: Reading<N> = { orderBy, limit: PAGE, only, ...(known && { known }) };
    return store.find(collection, { ...where, ...filter } as Filter<N>, reading);
  };
  const beyond = (value: unknown) => page({ [first]: gt(value as string) }, first, second);
  const withSame = (last: Row<N>) =>
    page({ [first]: last[first], [second]: gt(last[second] as string) }, second);

  for (let coming = settled(beyond(after)); ;) {
    const rows = await opened(coming);
    const last = rows.at(-1);
    if (!last) return;
    if (rows.length < PAGE) {
      yield rows;
      return;
    }
    // Both are asked at once: rows that share the last one's first column, which are few or none, and those beyond.
    const next = settled(beyond(last[first]));
    let same = settled(withSame(last));
    yield rows;
    for (;;) {
      const more = await opened(same);
      const end = more.at(-1);
      if (!end) break;
      if (more.length === PAGE) same = settled(withSame(end));
      yield more;
      if (more.length < PAGE) break;
    }
    coming = next;
  }
}

type Settled<T> = Promise<{ value: T } | { error: unknown }>;

/** A read that nobody awaits yet: its failure must wait with it instead of ending the process. */
const settled = <T>(read: Promise<T>): Settled<T> =>
  read.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );

async function opened<T>(read: Settled<T>): Promise<T> {
  const outcome = await read;
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}
