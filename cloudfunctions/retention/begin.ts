import { dataMap } from '../../src/contracts/data-map';
import { erasurePlan } from '../../src/contracts/data-map/derive/erasure';
import { oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import { NOBODY, type KeyHolder } from '../platform/key-vault';
import { keyNames } from '../platform/key-names';
import { keylessRow } from '../platform/keyless';
import { DESTROYED } from '../platform/keys';
import { keyVault } from '../platform/open-key-vault';
import { sealRow } from '../platform/sealing';
import type { Row, Store } from '../platform/store';
import { withKey, withoutPeople, type Batch } from './people';
import { rowsPerPerson } from './rows';

/** Whom the journal already has: their chain was ended before, and an older account row came back from a backup. */
async function begunAlready(store: Store, accounts: readonly Row<'accounts'>[]): Promise<Set<string>> {
  if (accounts.length === 0) return new Set();
  const filter = { _id: oneOf(accounts.map(({ _id }) => _id)), state: 'begun' } as const;
  const rows = await store.find('erasures', filter, { limit: accounts.length, only: ['_id'] });
  return new Set(rows.map(({ _id }) => _id));
}

/**
 * Closes the chains and answers whose are closed. This is the point of no return: a restore wants the same place in the
 * chain, so exactly one of the two happens. Where another row stands in that place, because a restore was first or
 * because somebody meddled with the data, the person is left out and nobody else has to wait.
 */
async function closeChains(
  { store, now }: Job,
  accounts: readonly Row<'accounts'>[],
): Promise<Row<'accounts'>[]> {
  const rows = new Map(accounts.map((account) => [account._id, keylessRow(account, 'account.erased', now)]));
  const ids = [...rows.values()].map(({ _id }) => _id);
  const there = await store.find('ledger', { _id: oneOf(ids) }, { limit: ids.length, only: ['_id', 'type'] });
  const types = new Map(there.map(({ _id, type }) => [_id, type]));
  const typeAt = (account: Row<'accounts'>) => types.get(rows.get(account._id)?._id ?? '');
  const open = accounts.filter((account) => typeAt(account) === undefined);
  if (open.length > 0)
    await store.add(
      'ledger',
      open.flatMap(({ _id }) => rows.get(_id) ?? []),
    );
  const isEnded = (account: Row<'accounts'>) => [undefined, 'account.erased'].includes(typeAt(account));
  const begun = await begunAlready(
    store,
    accounts.filter((account) => !isEnded(account)),
  );
  return accounts.filter((account) => isEnded(account) || begun.has(account._id));
}

/** How many rows each of a batch's people has in each collection that erasing treats. */
async function planFor({ store }: Job, batch: Batch): Promise<(id: string) => Record<string, number>> {
  const totals: [string, Map<string, number>][] = [];
  for (const step of erasurePlan().filter(({ treat }) => treat !== 'none'))
    totals.push([step.collection, await rowsPerPerson(store, step, batch)]);
  return (id) =>
    Object.fromEntries(totals.map(([collection, perPerson]) => [collection, perPerson.get(id) ?? 0]));
}

/** Journals who is erased, what they have and which key goes, before the first byte is touched. May run again. */
export async function openJournal(job: Job, batch: Batch, keys: readonly KeyHolder[]): Promise<void> {
  const { store, now } = job;
  const ids = keys.map(({ _id }) => _id);
  const known = new Set(
    (await store.find('erasures', { _id: oneOf(ids) }, { limit: ids.length, only: ['_id'] })).map(
      ({ _id }) => _id,
    ),
  );
  const fresh = keys.filter(({ _id }) => !known.has(_id));
  if (fresh.length === 0) return;
  const planned = await planFor(job, batch);
  // Of whom nothing at all is left there is nothing to say.
  const present = fresh.filter(({ _id }) => Object.values(planned(_id)).some((rows) => rows > 0));
  const begunAt = now.toISOString();
  const rows = [...(await keyNames(present))].map(([_id, [name]]) =>
    sealRow(dataMap.erasures, _id, { state: 'begun', begunAt, keyFingerprint: name, planned: planned(_id) }),
  );
  if (rows.length > 0) await store.add('erasures', rows);
}

/**
 * Ends every chain, writes the journal, then destroys the keys: from here on nothing sealed can be read by anyone.
 * Answers the batch without those whose chain could not be ended.
 */
export async function destroyKeys(job: Job, batch: Batch): Promise<Batch> {
  const accounts = withKey(batch);
  if (accounts.length === 0) return batch;
  const closed = await closeChains(job, accounts);
  const left = new Set(accounts.filter((account) => !closed.includes(account)).map(({ _id }) => _id));
  if (closed.length > 0) {
    await openJournal(job, batch, closed);
    await keyVault().destroy(closed, job.now);
    const filter = { _id: oneOf(closed.map(({ _id }) => _id)) };
    await job.store.change('accounts', filter, { status: 'erasing', key: DESTROYED, keyWrappedBy: NOBODY });
  }
  return withoutPeople(batch, left);
}
