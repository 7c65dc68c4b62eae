import type { CollectionName } from '../../src/contracts/data-map';
import { erasurePlan, waysThrough, type Way } from '../../src/contracts/data-map/derive/erasure';
import { DESTROYED } from '../platform/keys';
import { gt, lte, noneOf, oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import type { Filter, Row, Store } from '../platform/store';

/** Someone to erase; `account` is missing once an earlier run removed it. */
export interface Person {
  id: string;
  account?: Row<'accounts'>;
}

/** People erased together, and their rows that lead to others about them. */
export interface Batch {
  people: readonly Person[];
  /** By collection that other rows are found through (today the requests): row id to subject id. */
  through: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const PAGE = 1000;

async function ownersOf(
  store: Store,
  { collection, field }: Way,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (let after = ''; ;) {
    const filter = { [field]: oneOf(ids), ...(after && { _id: gt(after) }) } as Filter<CollectionName>;
    const rows = await store.find(collection, filter, {
      orderBy: ['_id', 'asc'],
      limit: PAGE,
      only: ['_id', field as '_id'],
    });
    for (const row of rows) owners.set(row._id, String((row as Record<string, unknown>)[field]));
    after = rows.at(-1)?._id ?? '';
    if (rows.length < PAGE) return owners;
  }
}

async function duePeople(
  { store, now }: Job,
  limit: number,
  skipped: ReadonlySet<string>,
): Promise<Person[]> {
  // Left to the database, so that however many are skipped, who stands behind them is found.
  const others = skipped.size > 0 && { _id: noneOf([...skipped]) };
  const inJournal = { state: 'begun', ...others } as const;
  const begun = await store.find('erasures', inJournal, { orderBy: ['begunAt', 'asc'], limit, known: true });
  const ids = begun.map(({ _id }) => _id);
  if (ids.length > 0) {
    const accounts = await store.find('accounts', { _id: oneOf(ids) }, { limit, known: true });
    const byId = new Map(accounts.map((account) => [account._id, account]));
    return ids.map((id) => {
      const account = byId.get(id);
      return account ? { id, account } : { id };
    });
  }
  const filter = { status: 'frozen', eraseAfter: lte(now.toISOString()), ...others } as const;
  const accounts = await store.find('accounts', filter, {
    orderBy: ['eraseAfter', 'asc'],
    limit,
    known: true,
  });
  return accounts.map((account) => ({ id: account._id, account }));
}

/** The next people to erase: those an earlier run began with, then those whose cooling-off is over. */
export async function nextBatch(
  job: Job,
  size: number,
  skipped: ReadonlySet<string>,
): Promise<Batch | undefined> {
  const people = await duePeople(job, size, skipped);
  return people.length === 0 ? undefined : batchOf(job, people);
}

/** People with the rows that lead to others about them. */
export async function batchOf({ store }: Pick<Job, 'store'>, people: readonly Person[]): Promise<Batch> {
  const ids = people.map(({ id }) => id);
  const through = new Map<string, ReadonlyMap<string, string>>();
  for (const way of waysThrough(erasurePlan())) through.set(way.collection, await ownersOf(store, way, ids));
  return { people, through };
}

/** Whose key still exists. */
export const withKey = ({ people }: Batch): Row<'accounts'>[] =>
  people.flatMap(({ account }) => (account && account.key !== DESTROYED ? [account] : []));

/** A batch without some of its people, and without the rows that lead to what is about them. */
export const withoutPeople = ({ people, through }: Batch, left: ReadonlySet<string>): Batch => ({
  people: people.filter(({ id }) => !left.has(id)),
  through: new Map(
    [...through].map(([collection, owners]) => [
      collection,
      new Map([...owners].filter(([, owner]) => !left.has(owner))),
    ]),
  ),
});
