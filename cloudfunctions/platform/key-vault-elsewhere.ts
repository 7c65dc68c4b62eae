import { dataMap } from '../../src/contracts/data-map';
import { gt, isNot, oneOf } from './conditions';
import { keyNames } from './key-names';
import { IN_VAULT, type KeyColumns, type KeyHolder, type KeysElsewhere, type KeyVault } from './key-vault';
import { keyVaultInRow } from './key-vault-in-row';
import {
  createSubjectKey,
  DESTROYED,
  keyFingerprint,
  keyReference,
  openSubjectKey,
  referenceOf,
  rewrapKey,
  type SubjectKey,
  type WrappedKey,
} from './keys';
import { masterKeys } from './master-key';
import { noneLeft } from './none-left';
import { sealRow } from './sealing';
import { Conflict, type Row, type Store } from './store';
import { Unreadable } from './unreadable';

const columnsOf = (fingerprint: string): KeyColumns => ({
  key: keyReference(fingerprint),
  keyWrappedBy: IN_VAULT,
});

const isElsewhere = ({ key }: KeyHolder) => referenceOf(key) !== undefined;

const liveRow = (subject: string, key: WrappedKey, fingerprint: string, now: Date): Row<'keys'> =>
  sealRow(dataMap.keys, subject, { ...key, fingerprint, state: 'live', changedAt: now.toISOString() });

/** What stays of a destroyed key: that it was, and the name under which its certificate knows it. */
const tombstone = (_id: string, fingerprint: string, now: Date): Row<'keys'> =>
  sealRow(dataMap.keys, _id, {
    wrapped: DESTROYED,
    wrappedBy: DESTROYED,
    fingerprint,
    state: 'destroyed',
    changedAt: now.toISOString(),
  });

async function opened({ _id, key }: KeyHolder, row: Row<'keys'> | undefined): Promise<SubjectKey> {
  if (row?.state === 'destroyed') throw new Unreadable('ERASED', 'a subject key is destroyed');
  if (!row) throw new Unreadable('DATA_DAMAGED', 'a subject key is not in the vault');
  if (row.fingerprint !== referenceOf(key))
    throw new Unreadable('DATA_DAMAGED', 'an account names another key than the vault holds');
  return openSubjectKey(_id, row.wrapped, await masterKeys());
}

/**
 * The key vault in an environment of its own: one database call more for each operation that opens a key. Accounts from
 * before it was set up keep theirs in the row until `adopt` has moved it, and are opened from there.
 */
export function keyVaultElsewhere(store: Store): KeyVault {
  const inRow = keyVaultInRow();
  return {
    async create(subject, now) {
      const { key, ...wrapped } = createSubjectKey(subject, await masterKeys());
      const fingerprint = keyFingerprint(key);
      await store.add('keys', [liveRow(subject, wrapped, fingerprint, now)]);
      return { key, columns: columnsOf(fingerprint) };
    },
    open: async (account) =>
      isElsewhere(account) ? opened(account, await store.get('keys', account._id)) : inRow.open(account),
    async openMany(accounts) {
      const keys = await inRow.openMany(accounts.filter((account) => !isElsewhere(account)));
      const holders = accounts.filter(isElsewhere);
      if (holders.length === 0) return keys;
      const ids = holders.map(({ _id }) => _id);
      const rows = await store.find(
        'keys',
        { _id: oneOf(ids), state: 'live' },
        { limit: ids.length, known: true },
      );
      const byId = new Map(rows.map((row) => [row._id, row]));
      for (const account of holders) {
        const key = await opened(account, byId.get(account._id)).catch((error: unknown) => {
          if (error instanceof Unreadable) return undefined;
          throw error;
        });
        if (key) keys.set(account._id, key);
      }
      return keys;
    },
    async destroy(accounts, now) {
      const ids = accounts.map(({ _id }) => _id);
      if (ids.length === 0) return;
      const there = await store.find('keys', { _id: oneOf(ids) }, { limit: ids.length, only: ['_id'] });
      const known = new Set(there.map(({ _id }) => _id));
      const missing = accounts.filter(({ _id }) => !known.has(_id));
      // First every subject has a row, then every row is destroyed: a key that is adopted meanwhile either finds its
      // place taken or is destroyed with the rest.
      if (missing.length > 0) {
        const names = [...(await keyNames(missing))];
        await store.add(
          'keys',
          names.map(([_id, [name]]) => tombstone(_id, name, now)),
        );
      }
      await store.change(
        'keys',
        { _id: oneOf(ids), state: 'live' },
        { wrapped: DESTROYED, wrappedBy: DESTROYED, state: 'destroyed', changedAt: now.toISOString() },
      );
    },
    elsewhere: keysElsewhere(store),
  };
}

function keysElsewhere(store: Store): KeysElsewhere {
  return {
    versions: store.versions,
    async destroyedAfter(subject, limit) {
      const filter = { state: 'destroyed', ...(subject !== '' && { _id: gt(subject) }) } as const;
      const reading = { orderBy: ['_id', 'asc'], limit, only: ['_id'], known: true } as const;
      const rows = await store.find('keys', filter, reading);
      return rows.map(({ _id }) => _id);
    },
    async destroyedAmong(subjects) {
      const filter = { _id: oneOf(subjects), state: 'destroyed' } as const;
      const rows = await store.find('keys', filter, { limit: subjects.length });
      return new Map(rows.map(({ _id, fingerprint }) => [_id, fingerprint]));
    },
    async adopt({ _id, key }, now) {
      const masters = await masterKeys();
      const wrapped = rewrapKey(_id, key, masters);
      const names = (await keyNames([{ _id, key }])).get(_id);
      if (!wrapped || !names) return undefined;
      try {
        await store.add('keys', [liveRow(_id, wrapped, names[0], now)]);
        return columnsOf(names[0]);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        // An earlier run died between the two databases, or the key is destroyed and an old row came back.
        const row = await store.get('keys', _id);
        return row?.state === 'live' && names.includes(row.fingerprint)
          ? columnsOf(row.fingerprint)
          : undefined;
      }
    },
    async madeBetween(from, to) {
      const filter = { state: 'live', changedAt: gt(from.toISOString()) } as const;
      const rows = await store.find('keys', filter, { orderBy: ['changedAt', 'asc'], limit: 1000 });
      return rows.filter(({ changedAt }) => changedAt <= to.toISOString()).map(({ _id }) => _id);
    },
    forget: (subjects) => store.remove('keys', { _id: oneOf(subjects), state: 'live' }),
    async bury(subjects) {
      const tombstones = { _id: oneOf(subjects), state: 'destroyed' } as const;
      const buried = await store.remove('keys', tombstones);
      await noneLeft(store, 'keys', tombstones);
      return buried;
    },
    async rewrap(limit) {
      const masters = await masterKeys();
      const { current } = masters;
      const waiting = { state: 'live', wrappedBy: isNot(current.id) } as const;
      const former = masters.previous
        ? await store.find('keys', { state: 'live', wrappedBy: masters.previous.id }, { limit })
        : [];
      let rewrapped = 0;
      for (const { _id, wrapped } of former) {
        // Compare-and-set: a key that was destroyed meanwhile stays destroyed. One that does not open stops no other.
        const held = { _id, wrapped, state: 'live' } as const;
        const anew = rewrapKey(_id, wrapped, masters);
        if (anew) rewrapped += await store.change('keys', held, anew);
      }
      return { rewrapped, left: await store.count('keys', waiting) };
    },
  };
}
