import { dataMap } from '../../src/contracts/data-map';
import { erasurePlan } from '../../src/contracts/data-map/derive/erasure';
import { nextRow } from '../domain/ledger';
import { oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import { NOBODY } from '../platform/key-vault';
import { DESTROYED, keyFingerprint, referenceOf } from '../platform/keys';
import { keyVault } from '../platform/open-key-vault';
import { sealRow } from '../platform/sealing';
import type { Row } from '../platform/store';
import { withKey, type Batch } from './people';
import { rowsPerPerson } from './rows';

/** The chain's last row. It has no content, so nothing in it needs the key that is about to go. */
function lastRow(account: Row<'accounts'>, now: Date): Row<'ledger'> {
  const row = nextRow(account._id, account.chain, { type: 'account.erased' }, now.toISOString(), '');
  return sealRow(dataMap.ledger, `${account._id}.${String(row.seq)}`, row);
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
  const rows = new Map(accounts.map((account) => [account._id, lastRow(account, now)]));
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
  return accounts.filter((account) => [undefined, 'account.erased'].includes(typeAt(account)));
}

/** Journals who is erased, what they have and which key goes, before the first byte is touched. */
async function openJournal(
  { store, now }: Job,
  batch: Batch,
  accounts: readonly Row<'accounts'>[],
): Promise<void> {
  const ids = accounts.map(({ _id }) => _id);
  const known = new Set(
    (await store.find('erasures', { _id: oneOf(ids) }, { limit: ids.length, only: ['_id'] })).map(
      ({ _id }) => _id,
    ),
  );
  const fresh = accounts.filter(({ _id }) => !known.has(_id));
  if (fresh.length === 0) return;
  const steps = erasurePlan().filter(({ treat }) => treat !== 'none');
  const totals: [string, Map<string, number>][] = [];
  for (const step of steps) totals.push([step.collection, await rowsPerPerson(store, step, batch)]);
  const rows = fresh.map(({ _id, key }) => {
    const planned = Object.fromEntries(
      totals.map(([collection, perPerson]) => [collection, perPerson.get(_id) ?? 0]),
    );
    const facts = {
      state: 'begun',
      begunAt: now.toISOString(),
      keyFingerprint: referenceOf(key) ?? keyFingerprint(key),
      planned,
    } as const;
    return sealRow(dataMap.erasures, _id, facts);
  });
  await store.add('erasures', rows);
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
  return { ...batch, people: batch.people.filter(({ id }) => !left.has(id)) };
}
