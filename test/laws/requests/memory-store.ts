import { Condition } from '../../../cloudfunctions/platform/conditions';
import { Conflict, type Store, type Transaction } from '../../../cloudfunctions/platform/store';

type Row = Record<string, unknown> & { _id: string };
type Values = Readonly<Record<string, unknown>>;

const tests: Record<Condition['test'], (held: unknown, value: unknown) => boolean> = {
  lt: (held, value) => (held as string) < (value as string),
  lte: (held, value) => (held as string) <= (value as string),
  gt: (held, value) => (held as string) > (value as string),
  // As in MongoDB, null matches a missing column.
  oneOf: (held, value) => (value as unknown[]).includes(held ?? null),
  present: (held, value) => (held !== undefined) === value,
};

const matches = (row: Row, filter: Values) =>
  Object.entries(filter).every(([column, wanted]) =>
    wanted instanceof Condition
      ? tests[wanted.test](row[column], wanted.value)
      : (row[column] ?? null) === wanted,
  );

const after = (row: Row, change: Values) =>
  Object.fromEntries(
    Object.entries({ ...row, ...change }).filter(([, value]) => value !== null && value !== undefined),
  ) as Row;

/** The store's port in memory, for thousands of random walks; the real one is tested through the doors. */
export function memoryStore() {
  let held = new Map<string, Row>();
  const place = (collection: string, id: string) => `${collection}/${id}`;
  const rows = (collection: string) =>
    [...held].flatMap(([at, row]) => (at.startsWith(`${collection}/`) ? [row] : []));
  const add = (collection: string, added: readonly Row[]) => {
    if (added.some(({ _id }) => held.has(place(collection, _id)))) throw new Conflict();
    for (const row of added) held.set(place(collection, row._id), after(row, {}));
  };
  const changeAll = (collection: string, filter: Values, change: Values) => {
    const found = rows(collection).filter((row) => matches(row, filter));
    for (const row of found) held.set(place(collection, row._id), after(row, change));
    return found.length;
  };
  const transaction: Transaction = {
    add(collection, added) {
      add(collection, added);
      return Promise.resolve();
    },
    change(collection, id, change) {
      if (changeAll(collection, { _id: id }, change) !== 1) throw new Conflict();
      return Promise.resolve();
    },
  };
  const store: Store = {
    ...transaction,
    find(collection, filter, { limit = 100, orderBy } = {}) {
      const found = rows(collection).filter((row) => matches(row, filter));
      if (orderBy) found.sort((a, b) => String(a[orderBy[0]]).localeCompare(String(b[orderBy[0]])));
      if (orderBy?.[1] === 'desc') found.reverse();
      return Promise.resolve(found.slice(0, limit) as never);
    },
    get: (collection, id) => Promise.resolve(held.get(place(collection, id)) as never),
    count: (collection, filter) =>
      Promise.resolve(rows(collection).filter((row) => matches(row, filter)).length),
    countBy: () => Promise.reject(new Error('not needed by the walks')),
    change: (collection, filter, change) => Promise.resolve(changeAll(collection, filter, change)),
    remove: () => Promise.reject(new Error('not needed by the walks')),
    async transaction(work) {
      const before = new Map(held);
      return work(transaction).catch((error: unknown) => {
        held = before;
        throw error;
      });
    },
  };
  return { store, rows };
}
