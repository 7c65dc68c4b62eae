import fc from 'fast-check';
import { keyVaultElsewhere } from '../../../cloudfunctions/platform/key-vault-elsewhere';
import { keyVaultInRow } from '../../../cloudfunctions/platform/key-vault-in-row';
import type { KeyHolder, KeyVault } from '../../../cloudfunctions/platform/key-vault';
import { createSubjectKey, DESTROYED } from '../../../cloudfunctions/platform/keys';
import type { Store } from '../../../cloudfunctions/platform/store';
import { sweepOrphans } from '../../../cloudfunctions/retention/orphans';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { faultyStore } from '../../make/faulty-store';
import { memoryStore } from '../../make/memory-store';

setTestKeys();
const now = new Date('2026-03-02T02:00:00Z');

/** A vault elsewhere with what lies in it. */
function elsewhere() {
  const { store, rows } = memoryStore();
  return { vault: keyVaultElsewhere(store), store, rows: () => rows('keys') };
}
const made = async (vault: KeyVault, subject: string) => {
  const { key, columns } = await vault.create(subject, now);
  return { key, account: { _id: subject, ...columns } };
};
const inRow = (subject: string): KeyHolder & { clear: Buffer } => {
  const { key, wrapped } = createSubjectKey(subject);
  return { _id: subject, key: wrapped, clear: key };
};

describe.each([
  ['in the row', keyVaultInRow],
  ['elsewhere', () => elsewhere().vault],
])('a key vault %s', (_, open) => {
  it('opens for each account the key that it made, alone and among many', async () => {
    const vault = open();
    const people = await Promise.all(['a', 'b', 'c'].map((subject) => made(vault, subject)));
    for (const { key, account } of people) expect((await vault.open(account)).equals(key)).toBe(true);
    const keys = await vault.openMany(people.map(({ account }) => account));
    expect([...keys]).toEqual(people.map(({ key, account }) => [account._id, key]));
  });

  it('opens nothing for a stranger who holds the same column', async () => {
    const vault = open();
    const { account } = await made(vault, 'a');
    await expect(vault.open({ ...account, _id: 'b' })).rejects.toMatchObject({ code: 'DATA_DAMAGED' });
  });

  it('leaves out whoever has no key, and opens the rest', async () => {
    const vault = open();
    const { account, key } = await made(vault, 'a');
    const keys = await vault.openMany([account, { _id: 'b', key: DESTROYED }, { _id: 'c', key: 'w1.xx' }]);
    expect([...keys]).toEqual([['a', key]]);
    await expect(vault.open({ _id: 'b', key: DESTROYED })).rejects.toMatchObject({ code: 'ERASED' });
    await expect(vault.open({ _id: 'c', key: 'nonsense' })).rejects.toMatchObject({ code: 'DATA_DAMAGED' });
  });
});

describe('a key vault elsewhere', () => {
  it('opens nothing after a key is destroyed, whatever account row comes back', async () => {
    const { vault, rows } = elsewhere();
    const { account } = await made(vault, 'a');
    await vault.destroy([account], now);
    await expect(vault.open(account)).rejects.toMatchObject({ code: 'ERASED' });
    expect(await vault.openMany([account])).toEqual(new Map());
    expect(rows()).toMatchObject([{ _id: 'a', state: 'destroyed', wrapped: DESTROYED }]);
    await expect(made(vault, 'a')).rejects.toThrow();
  });

  it('does the same to a key that lay in the row: it is not taken over again', async () => {
    const { vault } = elsewhere();
    const account = inRow('a');
    await vault.destroy([account], now);
    expect(await vault.elsewhere?.adopt(account, now)).toBeUndefined();
    expect(await vault.elsewhere?.destroyedAfter('', 10)).toEqual(['a']);
  });

  it('takes a key over from the row once, and opens the same key from then on', async () => {
    const { vault, rows } = elsewhere();
    const account = inRow('a');
    expect((await vault.open(account)).equals(account.clear)).toBe(true);
    const columns = await vault.elsewhere?.adopt(account, now);
    expect(await vault.elsewhere?.adopt(account, now)).toEqual(columns);
    expect(rows()).toHaveLength(1);
    const moved = { _id: 'a', key: columns?.key ?? '' };
    expect((await vault.open(moved)).equals(account.clear)).toBe(true);
  });

  it('says of a key that is missing, or is another than the account names, that it does not open', async () => {
    const { vault, store } = elsewhere();
    const { account } = await made(vault, 'a');
    const damaged = { code: 'DATA_DAMAGED' };
    await expect(vault.open({ ...account, _id: 'gone' })).rejects.toMatchObject(damaged);
    await store.change('keys', { _id: 'a' }, { fingerprint: 'b'.repeat(64) });
    await expect(vault.open(account)).rejects.toMatchObject(damaged);
  });

  it('destroys for ever when killed at any call, beside somebody who moves the key at any moment', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('before' as const, 'after' as const),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 3 }),
        fc.boolean(),
        async (when, at, mover, known) => {
          const { store, rows } = memoryStore();
          const account = inRow('a');
          if (known) await keyVaultElsewhere(store).elsewhere?.adopt(account, now);
          let calls = 0;
          const watched = new Proxy(store, {
            get:
              (target, name: keyof typeof store) =>
              async (...given: unknown[]) => {
                if (calls++ === mover) await keyVaultElsewhere(target).elsewhere?.adopt(account, now);
                return (target[name] as (...all: unknown[]) => Promise<unknown>)(...given);
              },
          });
          const again = () => keyVaultElsewhere(watched).destroy([account], now);
          await keyVaultElsewhere(faultyStore(watched, at, when).store)
            .destroy([account], now)
            .catch(() => undefined);
          // The next run of the timer; a place that was taken meanwhile is met once more.
          await again().catch(again);
          expect(await keyVaultElsewhere(store).elsewhere?.adopt(account, now)).toBeUndefined();
          expect(rows('keys')).toMatchObject([{ state: 'destroyed', wrapped: DESTROYED }]);
        },
      ),
    );
  });

  it('removes tombstones when their life is over, and never a living key', async () => {
    const { vault, rows } = elsewhere();
    const [gone] = await Promise.all(['a', 'b'].map((subject) => made(vault, subject)));
    if (gone) await vault.destroy([gone.account], now);
    expect(await vault.elsewhere?.bury(['a', 'b', 'c'])).toBe(1);
    expect(rows().map(({ _id }) => _id)).toEqual(['b']);
  });

  it('lists the destroyed in pages by id, and tells their fingerprints', async () => {
    const { vault } = elsewhere();
    const people = await Promise.all(['a', 'b', 'c', 'd'].map((subject) => made(vault, subject)));
    await vault.destroy(
      people.slice(0, 3).map(({ account }) => account),
      now,
    );
    expect(await vault.elsewhere?.destroyedAfter('', 2)).toEqual(['a', 'b']);
    expect(await vault.elsewhere?.destroyedAfter('b', 2)).toEqual(['c']);
    const among = await vault.elsewhere?.destroyedAmong(['c', 'd', 'e']);
    expect([...(among ?? [])].map(([id, print]) => [id, `v1.${print}`])).toEqual([
      ['c', people[2]?.account.key],
    ]);
  });
});

describe('keys without an account', () => {
  const DAY = 24 * 60 * 60_000;
  const later = (days: number) => new Date(now.getTime() + days * DAY + 60_000);
  const people = (...ids: string[]) => ids.map((_id) => ({ _id }));
  /** The main database, as far as it is asked whose account is there. */
  const knowing = (...ids: string[]) => ({ find: () => Promise.resolve(people(...ids)) }) as unknown as Store;
  const run = (store: Store, vault: KeyVault, at: Date) =>
    sweepOrphans({ store, wechat: undefined as never, now: at }, vault);

  it('are removed after a month, and no others', async () => {
    const { vault, rows } = elsewhere();
    for (const subject of ['a', 'b', 'c']) await made(vault, subject);
    for (const days of [1, 29, 31])
      expect(await run(knowing('a', 'c'), vault, later(days))).toEqual({ orphans: 0 });
    expect(await run(knowing('a', 'c'), vault, later(30))).toEqual({ orphans: 1 });
    expect(rows().map(({ _id }) => _id)).toEqual(['a', 'c']);
  });

  it('are not removed where the database knows nobody, nor is a tombstone ever', async () => {
    const { vault, rows } = elsewhere();
    for (const subject of ['a', 'b', 'c']) await made(vault, subject);
    expect(await run(knowing(), vault, later(30))).toEqual({ orphans: 0 });
    const { account } = await made(vault, 'd');
    await vault.destroy([account], now);
    expect(await run(knowing('a', 'b', 'c'), vault, later(30))).toEqual({ orphans: 0 });
    expect(rows()).toHaveLength(4);
    expect(await run(knowing(), keyVaultInRow(), later(30))).toEqual({ orphans: 0 });
  });
});
