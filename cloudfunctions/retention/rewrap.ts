import { isNot, oneOf } from '../platform/conditions';
import { faultOf } from '../platform/fault';
import type { Job } from '../platform/job';
import {
  IN_VAULT,
  NOBODY,
  type KeyColumns,
  type KeysElsewhere,
  type KeyVault,
  type Rewrapping,
} from '../platform/key-vault';
import { DESTROYED, referenceOf, rewrapKey } from '../platform/keys';
import { log } from '../platform/log';
import { masterKeys, type MasterKeys } from '../platform/master-key';
import { keyVault } from '../platform/open-key-vault';
import { Conflict, type Row } from '../platform/store';

/** Keys handled by one run: a rotation may take hours, for nothing waits for it. */
const MOST = 500;

/** The columns as they should be; undefined where this process cannot work on the key. */
async function columnsFor(
  account: Row<'accounts'>,
  masters: MasterKeys,
  elsewhere: KeysElsewhere | undefined,
  now: Date,
): Promise<KeyColumns | undefined> {
  if (account.key === DESTROYED) return { key: DESTROYED, keyWrappedBy: NOBODY };
  if (referenceOf(account.key) !== undefined) return { key: account.key, keyWrappedBy: IN_VAULT };
  if (elsewhere) return elsewhere.adopt(account, now);
  const anew = rewrapKey(account._id, account.key, masters);
  return anew && { key: anew.wrapped, keyWrappedBy: anew.wrappedBy };
}

/**
 * Wraps one account's key anew, or moves it into the vault. Compare-and-set: a key that was destroyed or wrapped by
 * another run meanwhile stays as it is. A key that does not open stays too, and never stops the others.
 */
async function rewrapOne(
  { store, now }: Job,
  account: Row<'accounts'>,
  masters: MasterKeys,
  elsewhere: KeysElsewhere | undefined,
): Promise<number> {
  const columns = await columnsFor(account, masters, elsewhere, now);
  if (!columns) return 0;
  return store.change('accounts', { _id: account._id, key: account.key }, columns).catch((error: unknown) => {
    // The person is doing something just now: the next run is soon enough.
    if (error instanceof Conflict) return 0;
    throw error;
  });
}

/**
 * The accounts' own rows: what a former master key wrapped, or, with a vault elsewhere, every key that is still there.
 */
async function rewrapRows(
  job: Job,
  masters: MasterKeys,
  elsewhere: KeysElsewhere | undefined,
): Promise<Rewrapping> {
  const { store } = job;
  const { current, previous } = masters;
  const former = [null, ...(previous ? [previous.id] : []), ...(elsewhere ? [current.id] : [])];
  const rows = await store.find('accounts', { keyWrappedBy: oneOf(former) }, { limit: MOST, known: true });
  let rewrapped = 0;
  for (const account of rows) rewrapped += await rewrapOne(job, account, masters, elsewhere);
  const home = elsewhere ? IN_VAULT : current.id;
  const away = await store.count('accounts', { keyWrappedBy: isNot(home) });
  // Whose key is destroyed has nothing to wrap and is about to go.
  const gone = away === 0 ? 0 : await store.count('accounts', { keyWrappedBy: NOBODY });
  return { rewrapped, left: away - gone };
}

/**
 * One step of a rotation of the master key, or of a move into the vault's own environment: a bounded page of keys is
 * wrapped anew, and no data is touched. May be killed anywhere and run beside itself. Answers how many it wrapped and
 * how many still need the former key; at 0 `MASTER_KEY_PREVIOUS` can be dropped. Without a usable master key it changes
 * nothing and says so in the log, for erasing and sweeping need none.
 */
export async function rewrapKeys(
  job: Job,
  { elsewhere }: KeyVault = keyVault(),
): Promise<{ rewrapped: number; keysLeft: number }> {
  let masters: MasterKeys;
  try {
    masters = await masterKeys();
  } catch (error) {
    log('error', { function: 'retention', fault: faultOf(error) });
    return { rewrapped: 0, keysLeft: await job.store.count('accounts', { key: isNot(DESTROYED) }) };
  }
  const rows = await rewrapRows(job, masters, elsewhere);
  const vault = (await elsewhere?.rewrap(MOST)) ?? { rewrapped: 0, left: 0 };
  return { rewrapped: rows.rewrapped + vault.rewrapped, keysLeft: rows.left + vault.left };
}
