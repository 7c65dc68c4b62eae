import { dataMap, type CollectionName } from '../../src/contracts/data-map';
import { changeSchema, documentSchema } from '../../src/contracts/data-map/derive/document-schema';
import { schemaVersion } from '../../cloudfunctions/domain/schema-changes';
import { Condition } from '../../cloudfunctions/platform/conditions';
import {
  before,
  ofKnown,
  ofKnownVersion,
  ofVersion,
  unknownTo,
  VERSION,
  versioned,
} from '../../cloudfunctions/platform/row-version';
import { Conflict, ordersOf, type Store, type Transaction } from '../../cloudfunctions/platform/store';

type Row = Record<string, unknown> & { _id: string };
type Values = Readonly<Record<string, unknown>>;

const tests: Record<Condition['test'], (held: unknown, value: unknown) => boolean> = {
  lt: (held, value) => (held as string) < (value as string),
  lte: (held, value) => (held as string) <= (value as string),
  gt: (held, value) => (held as string) > (value as string),
  // As in MongoDB, null matches a missing column, and a list each of its members.
  oneOf: (held, value) => [held ?? null].flat().some((each) => (value as unknown[]).includes(each)),
  allOf: (held, value) => (value as unknown[]).every((each) => [held].flat().includes(each)),
  noneOf: (held, value) => !(value as unknown[]).includes(held ?? null),
  not: (held, value) => (held ?? null) !== value,
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

/** What the real store does not write: a row or a change that is not as declared. */
function check(collection: string, rows: readonly Row[]): void {
  const schema = documentSchema(dataMap[collection as CollectionName]);
  for (const row of rows) schema.parse(row);
}
function checkChange(collection: string, change: Values): void {
  const kept = Object.entries(change).filter(([, value]) => value !== null && value !== undefined);
  changeSchema(dataMap[collection as CollectionName]).parse(Object.fromEntries(kept));
}

/** Numbers by size, text in the order of code points, as a database compares. */
const compared = (a: unknown, b: unknown) =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a) < String(b)
      ? -1
      : Number(String(a) > String(b));

type Orders = readonly (readonly [string, string])[];
const inOrder = (orders: Orders) => (a: Row, b: Row) =>
  orders
    .map(([column, way]) => compared(a[column], b[column]) * (way === 'desc' ? -1 : 1))
    .find((answer) => answer !== 0) ?? 0;

const projected = (row: Row, only: readonly string[] | undefined) =>
  only ? (Object.fromEntries(Object.entries(row).filter(([name]) => only.includes(name))) as Row) : row;

const isPlain = (value: unknown) => value instanceof Condition || value === null || typeof value !== 'object';

/** As the real store: an empty filter is refused, and so is a value that is undefined or an object. */
function guard(filter: Values): void {
  const values = Object.values(filter);
  if (values.length === 0 || values.includes(undefined)) throw new Error('a filter must say what it wants');
  if (!values.every(isPlain)) throw new Error('a filter compares with plain values');
}

const withoutVersion = ({ [VERSION]: _, ...row }: Row) => row as Row;
const known = (collection: string, row: Row) => ofKnown(collection as CollectionName, row);

/** The store's port in memory, for thousands of random walks; the real one is tested through the doors. */
export function memoryStore() {
  let held = new Map<string, Row>();
  const place = (collection: string, id: string) => `${collection}/${id}`;
  const stored = (collection: string) =>
    [...held].flatMap(([at, row]) => (at.startsWith(`${collection}/`) ? [row] : []));
  const add = (collection: string, added: readonly Row[]) => {
    check(collection, added);
    if (added.some(({ _id }) => held.has(place(collection, _id)))) throw new Conflict();
    for (const row of added)
      held.set(
        place(collection, row._id),
        after({ ...row, ...versioned(collection as CollectionName, row) }, {}),
      );
  };
  const found = (collection: string, filter: Values) => {
    guard(filter);
    return stored(collection).filter((row) => matches(row, filter));
  };
  const own = (collection: string, filter: Values) =>
    found(collection, filter).filter((row) => matches(row, ofKnownVersion(collection as CollectionName)));
  const changeAll = (collection: string, filter: Values, change: Values, to?: number) => {
    checkChange(collection, change);
    const hit = own(collection, filter);
    for (const row of hit)
      held.set(
        place(collection, row._id),
        after(row, to === undefined ? change : { ...change, [VERSION]: to }),
      );
    return hit.length;
  };
  /** Gathers what a transaction writes, to be done at one stroke: others may write while it is still at work. */
  const gathering = (steps: (() => void)[]): Transaction => ({
    get(collection, id) {
      const at = place(collection, id);
      const seen = held.get(at);
      steps.push(() => {
        if (held.get(at) !== seen) throw new Conflict();
      });
      return Promise.resolve((seen && known(collection, seen)) as never);
    },
    add(collection, added) {
      steps.push(() => {
        add(collection, added);
      });
      return Promise.resolve();
    },
    change(collection, id, change) {
      steps.push(() => {
        if (changeAll(collection, { _id: id }, change) !== 1) throw new Conflict();
      });
      return Promise.resolve();
    },
    remove(collection, id) {
      steps.push(() => {
        if (!held.delete(place(collection, id))) throw new Conflict();
      });
      return Promise.resolve();
    },
  });
  const files = new Map<string, Buffer>();
  const store: Store = {
    fileAt: (path) => Promise.resolve(`cloud://memory/${path}`),
    putFile(path, bytes) {
      files.set(`cloud://memory/${path}`, bytes);
      return Promise.resolve();
    },
    fileAddress: (id) => Promise.resolve(`https://memory/${id}`),
    removeFiles(ids) {
      for (const id of ids) files.delete(id);
      return Promise.resolve();
    },
    add(collection, added) {
      add(collection, added);
      return Promise.resolve();
    },
    find(collection, filter, { limit = 100, orderBy, only, known: isKnown } = {}) {
      const rows = isKnown ? own(collection, filter) : found(collection, filter);
      const hit = rows.map((row) => known(collection, row));
      hit.sort(inOrder(ordersOf(orderBy)));
      return Promise.resolve(hit.slice(0, Math.min(limit, 1000)).map((row) => projected(row, only)) as never);
    },
    get: (collection, id) =>
      Promise.resolve(found(collection, { _id: id }).map((row) => known(collection, row))[0] as never),
    count: (collection, filter) => Promise.resolve(found(collection, filter).length),
    countBy(collection, filter, column) {
      const counts = new Map<string, number>();
      for (const row of found(collection, filter)) {
        const value = String(row[column]);
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return Promise.resolve(new Map([...counts].slice(0, 1000)));
    },
    change: (collection, filter, change) => Promise.resolve(changeAll(collection, filter, change)),
    remove(collection, filter) {
      const hit = own(collection, filter);
      for (const { _id } of hit) held.delete(place(collection, _id));
      return Promise.resolve(hit.length);
    },
    async transaction(work) {
      const steps: (() => void)[] = [];
      const done = await work(gathering(steps));
      const before = new Map(held);
      try {
        for (const step of steps) step();
      } catch (error) {
        held = before;
        throw error;
      }
      return done;
    },
    versions: {
      rowsOf(collection, version, id, limit) {
        const hit = found(collection, { [VERSION]: ofVersion(version) }).filter(({ _id }) => _id > id);
        hit.sort(inOrder([['_id', 'asc']]));
        return Promise.resolve(hit.slice(0, limit).map((row) => known(collection, row)) as never);
      },
      raise: (collection, filter, to, change) =>
        Promise.resolve(changeAll(collection, { ...filter, [VERSION]: ofVersion(to - 1) }, change, to)),
      standing(collection) {
        const older = found(collection, { [VERSION]: before(schemaVersion(collection)) }).length;
        return Promise.resolve({
          older,
          unknown: found(collection, { [VERSION]: unknownTo(collection) }).length,
        });
      },
    },
  };
  /** What lies in a collection, without the versions of the rows' schema. */
  const rows = (collection: string) => stored(collection).map(withoutVersion);
  /** The version that each row bears, by id; undefined where it bears none. */
  const versionsIn = (collection: string) =>
    Object.fromEntries(stored(collection).map((row) => [row._id, row[VERSION]]));
  /** Puts a row there unchecked, as staff's console does, or somebody who meddles. */
  const put = (collection: string, row: Row) => void held.set(place(collection, row._id), row);
  /** Remembers everything as it is; the answer brings it back. */
  const remember = () => {
    const then = new Map(held);
    return () => void (held = new Map(then));
  };
  return { store, rows, versionsIn, put, remember, files: () => [...files.keys()] };
}
