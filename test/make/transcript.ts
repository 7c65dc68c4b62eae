import { Condition } from '../../cloudfunctions/platform/conditions';
import { ordersOf, type Store } from '../../cloudfunctions/platform/store';

type Values = Readonly<Record<string, unknown>>;

/** A filter's columns and what each is compared with; of a list only how many. */
const asked = (filter: Values): string =>
  Object.entries(filter)
    .map(([column, value]) => {
      if (!(value instanceof Condition)) return `${column}=${String(value)}`;
      return `${column} ${value.test}${Array.isArray(value.value) ? `(${String(value.value.length)})` : ''}`;
    })
    .join(' & ');

interface Reading {
  orderBy?: Parameters<typeof ordersOf>[0];
  limit?: number;
  only?: readonly string[];
}

/** How a reading is ordered, bounded and narrowed. */
const read = ({ orderBy, limit, only }: Reading): string =>
  [
    orderBy && ` by ${ordersOf(orderBy).flat().join(' ')}`,
    limit !== undefined && ` first ${String(limit)}`,
    only && ` only ${only.join(' ')}`,
  ]
    .filter(Boolean)
    .join('');

/** A store that writes down each call as a line: method, collection, filter, reading. */
export function transcribed(store: Store): { store: Store; lines: string[] } {
  const lines: string[] = [];
  const note = (...words: string[]) => void lines.push(words.filter((word) => word !== '').join(' '));
  return {
    lines,
    store: {
      ...store,
      find: (collection, filter, options = {}) => {
        note('find', collection, asked(filter) + read(options as Reading));
        return store.find(collection, filter, options);
      },
      get: (collection, id) => {
        note('get', collection);
        return store.get(collection, id);
      },
      count: (collection, filter) => {
        note('count', collection, asked(filter));
        return store.count(collection, filter);
      },
      countBy: (collection, filter, column) => {
        note('count', collection, asked(filter), `by ${column}`);
        return store.countBy(collection, filter, column);
      },
      add: (collection, rows) => {
        note('add', collection, String(rows.length));
        return store.add(collection, rows);
      },
      change: (collection, filter, change) => {
        note('change', collection, asked(filter), `set ${Object.keys(change).join(' ')}`);
        return store.change(collection, filter, change);
      },
      remove: (collection, filter) => {
        note('remove', collection, asked(filter));
        return store.remove(collection, filter);
      },
      transaction: (work) => {
        note('transaction');
        return store.transaction(work);
      },
    },
  };
}
