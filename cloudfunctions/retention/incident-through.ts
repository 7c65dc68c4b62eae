import type { CollectionName } from '../../src/contracts/data-map';
import type { Breach } from '../domain/incident';
import { gt, holdsValue } from '../platform/conditions';
import type { Filter, Store } from '../platform/store';
import { accountsAfter } from './incident-accounts';
import type { Leak } from './incident-field';
import type { Reached } from './incident-people';
import { batchOf } from './people';
import { chunkedPaths, filterOf, type Path } from './rows';

const PAGE = 1000;
type Cells = Readonly<Record<string, unknown>> & { _id: string };

/** Every row of a way that holds the field, by the person behind it, with since when it is there where it says so. */
async function heldRows(
  store: Store,
  { collection, column, since }: Leak,
  path: Path,
): Promise<{ subject: string; at: string | undefined }[]> {
  const held: { subject: string; at: string | undefined }[] = [];
  for (let after = ''; ;) {
    const filter = {
      [column]: holdsValue(true),
      ...filterOf(path),
      _id: gt(after),
    } as Filter<CollectionName>;
    const rows: Cells[] = await store.find(collection, filter, {
      orderBy: ['_id', 'asc'],
      limit: PAGE,
      only: ['_id', path.column, since] as '_id'[],
    });
    for (const row of rows) {
      const subject = path.owners.get(String(row[path.column]));
      const at = row[since];
      if (subject !== undefined) held.push({ subject, at: typeof at === 'string' ? at : undefined });
    }
    after = rows.at(-1)?._id ?? '';
    if (rows.length < PAGE) return held;
  }
}

/**
 * The next accounts by id that a row leads to which names nobody itself: by a keyed digest that the account holds, or
 * through another row of the person. These are the ways by which an erasure comes, so that whoever can be erased can be
 * told. A row that does not say since when it is there, as staff's own until the sweep has met it, counts from when the
 * account began: better told once too often.
 */
export async function reachedThrough(
  store: Store,
  leak: Leak,
  breach: Breach,
  after: string,
): Promise<Reached> {
  const leads = ['registeredAt', 'openidDigest', 'phoneDigest'] as const;
  const { accounts, ...page } = await accountsAfter(store, after, {}, leads);
  const alive = new Map(accounts.map((row) => [row._id, row]));
  const batch = await batchOf(
    { store },
    [...alive].map(([id, account]) => ({ id, account })),
  );
  const first = new Map<string, string>();
  for (const path of chunkedPaths(leak, batch))
    for (const { subject, at = alive.get(subject)?.registeredAt ?? breach.from } of await heldRows(
      store,
      leak,
      path,
    ))
      if (at <= breach.to && at < (first.get(subject) ?? '~')) first.set(subject, at);
  return {
    people: [...first].map(([subject, since]) => ({ subject, since })),
    damaged: [],
    ...page,
  };
}
