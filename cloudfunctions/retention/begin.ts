import { dataMap } from '../../src/contracts/data-map';
import { erasurePlan } from '../../src/contracts/data-map/derive/erasure';
import { nextRow } from '../domain/ledger';
import { oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import { DESTROYED, keyFingerprint } from '../platform/keys';
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
 * Closes the chains. This is the point of no return: a restore wants the same place in the chain, so exactly one of
 * the two happens; where the restore was first this throws `Conflict` and the batch is read anew.
 */
async function closeChains({ store, now }: Job, accounts: readonly Row<'accounts'>[]): Promise<void> {
  const rows = accounts.map((account) => lastRow(account, now));
  const filter = { _id: oneOf(rows.map(({ _id }) => _id)), type: 'account.erased' } as const;
  const closed = new Set(
    (await store.find('ledger', filter, { limit: rows.length, only: ['_id'] })).map(({ _id }) => _id),
  );
  const open = rows.filter(({ _id }) => !closed.has(_id));
  if (open.length > 0) await store.add('ledger', open);
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
      keyFingerprint: keyFingerprint(key),
      planned,
    } as const;
    return sealRow(dataMap.erasures, _id, facts);
  });
  await store.add('erasures', rows);
}

/** Ends every chain, writes the journal, then destroys the keys: from here on nothing sealed can be read by anyone. */
export async function destroyKeys(job: Job, batch: Batch): Promise<void> {
  const accounts = withKey(batch);
  if (accounts.length === 0) return;
  await closeChains(job, accounts);
  await openJournal(job, batch, accounts);
  const filter = { _id: oneOf(accounts.map(({ _id }) => _id)) };
  await job.store.change('accounts', filter, { status: 'erasing', key: DESTROYED });
}
