import { DESTROYED } from '../platform/keys';
import { gt, lte, oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import type { Row, Store } from '../platform/store';

/** Someone to erase; `account` is missing once an earlier run removed it. */
export interface Person {
  id: string;
  account?: Row<'accounts'>;
}

/** People erased together, and the requests that lead to rows about them. */
export interface Batch {
  people: readonly Person[];
  /** Request id to subject id. */
  requests: ReadonlyMap<string, string>;
}

const PAGE = 1000;

async function requestsOf(store: Store, ids: readonly string[]): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (let after = ''; ;) {
    const filter = { subject: oneOf(ids), ...(after && { _id: gt(after) }) };
    const rows = await store.find('requests', filter, {
      orderBy: ['_id', 'asc'],
      limit: PAGE,
      only: ['_id', 'subject'],
    });
    for (const { _id, subject } of rows) owners.set(_id, subject);
    after = rows.at(-1)?._id ?? '';
    if (rows.length < PAGE) return owners;
  }
}

async function duePeople({ store, now }: Job, size: number, skipped: ReadonlySet<string>): Promise<Person[]> {
  const begun = await store.find(
    'erasures',
    { state: 'begun' },
    { orderBy: ['begunAt', 'asc'], limit: size },
  );
  if (begun.length > 0) {
    const ids = begun.map(({ _id }) => _id);
    const accounts = await store.find('accounts', { _id: oneOf(ids) }, { limit: size });
    const byId = new Map(accounts.map((account) => [account._id, account]));
    return ids.map((id) => {
      const account = byId.get(id);
      return account ? { id, account } : { id };
    });
  }
  const filter = { status: 'frozen', eraseAfter: lte(now.toISOString()) } as const;
  const limit = Math.min(size + skipped.size, PAGE);
  const accounts = await store.find('accounts', filter, { orderBy: ['eraseAfter', 'asc'], limit });
  return accounts.filter(({ _id }) => !skipped.has(_id)).map((account) => ({ id: account._id, account }));
}

/** The next people to erase: those an earlier run began with, then those whose cooling-off is over. */
export async function nextBatch(
  job: Job,
  size: number,
  skipped: ReadonlySet<string>,
): Promise<Batch | undefined> {
  const people = await duePeople(job, size, skipped);
  if (people.length === 0) return undefined;
  return {
    people,
    requests: await requestsOf(
      job.store,
      people.map(({ id }) => id),
    ),
  };
}

/** Whose key still exists. */
export const withKey = ({ people }: Batch): Row<'accounts'>[] =>
  people.flatMap(({ account }) => (account && account.key !== DESTROYED ? [account] : []));
