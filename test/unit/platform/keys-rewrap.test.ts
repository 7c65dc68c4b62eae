import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { keyVaultElsewhere } from '../../../cloudfunctions/platform/key-vault-elsewhere';
import { keyVaultInRow } from '../../../cloudfunctions/platform/key-vault-in-row';
import type { KeyVault } from '../../../cloudfunctions/platform/key-vault';
import { createSubjectKey, DESTROYED, type SubjectKey } from '../../../cloudfunctions/platform/keys';
import { masterKeyFrom } from '../../../cloudfunctions/platform/master-key';
import { sealRow } from '../../../cloudfunctions/platform/sealing';
import type { Store } from '../../../cloudfunctions/platform/store';
import { rewrapKeys } from '../../../cloudfunctions/retention/rewrap';
import { dataMap } from '../../../src/contracts/data-map';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { faultyStore, Killed } from '../../make/faulty-store';
import { memoryStore } from '../../make/memory-store';
import { agreedAt } from '../../make/agreed-at';

const now = new Date('2026-03-02T02:00:00Z');
const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 5)].map((key) => key.toString('base64'));
const deploy = (current = first, previous = '') => {
  setTestKeys();
  Object.assign(process.env, { MASTER_KEY: current, MASTER_KEY_PREVIOUS: previous });
};
beforeEach(() => {
  deploy();
});
afterAll(() => {
  deploy();
});

const job = (store: Store) => ({ store, wechat: undefined as never, now });
type Held = Record<string, unknown> & { _id: string; key: string; keyWrappedBy?: string };

/** Accounts with their keys under the first master key, and what their key really is. */
async function town(people: number, vault?: KeyVault) {
  const { store, rows } = memoryStore();
  const keys = new Map<string, SubjectKey>();
  for (let person = 0; person < people; person += 1) {
    const id = `subject-${String(person)}`;
    const { key, columns } = await (vault ?? keyVaultInRow()).create(id, now);
    const facts = {
      openid: `o-${id}`,
      phone: `1380013${String(person).padStart(4, '0')}`,
      nickname: id,
      age: 'adult',
      grants: {},
      ...agreedAt(now),
      status: 'active',
      registeredAt: now.toISOString(),
      openRequests: 0,
      ...columns,
      chain: { seq: 0, head: 'b'.repeat(64) },
    } as const;
    await store.add('accounts', [sealRow(dataMap.accounts, id, facts, key)]);
    keys.set(id, key);
  }
  return { store, keys, accounts: () => rows('accounts') as unknown as Held[] };
}

/** Everything of the rows but the wrap, which is all that a rotation may change. */
const data = (rows: readonly Held[]) => rows.map(({ key: _, keyWrappedBy: __, ...rest }) => rest);

async function expectAllOpen(vault: KeyVault, accounts: readonly Held[], keys: Map<string, SubjectKey>) {
  for (const account of accounts) expect(await vault.open(account)).toEqual(keys.get(account._id));
}

describe('rotating the master key', () => {
  it('wraps every key anew and nothing else, while every account stays open', async () => {
    const { store, keys, accounts } = await town(7);
    const before = data(accounts());
    deploy(second, first);
    await expectAllOpen(keyVaultInRow(), accounts(), keys);
    expect(await rewrapKeys(job(store))).toEqual({ rewrapped: 7, keysLeft: 0 });
    expect(data(accounts())).toEqual(before);
    deploy(second);
    await expectAllOpen(keyVaultInRow(), accounts(), keys);
    expect(await rewrapKeys(job(store))).toEqual({ rewrapped: 0, keysLeft: 0 });
    expect(new Set(accounts().map(({ keyWrappedBy }) => keyWrappedBy))).toEqual(
      new Set([masterKeyFrom(second ?? '').id]),
    );
  });

  it('goes by pages, and tells how many are left', async () => {
    const { store } = await town(503);
    deploy(second, first);
    expect(await rewrapKeys(job(store))).toEqual({ rewrapped: 500, keysLeft: 3 });
    expect(await rewrapKeys(job(store))).toEqual({ rewrapped: 3, keysLeft: 0 });
  });

  it('names and wraps a key from before keys were named, and the form of then', async () => {
    const { store, keys, accounts } = await town(1);
    const [{ key, _id }] = accounts() as [Held];
    await store.change('accounts', { _id }, { key: `w1.${key.split('.')[2] ?? ''}`, keyWrappedBy: null });
    deploy(second, first);
    expect(await rewrapKeys(job(store))).toEqual({ rewrapped: 1, keysLeft: 0 });
    deploy(second);
    await expectAllOpen(keyVaultInRow(), accounts(), keys);
  });

  it('converges when killed at every single database call, before it or after', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let at = 1; ; at += 1) {
        deploy();
        const { store, keys, accounts } = await town(3);
        deploy(second, first);
        const faulty = faultyStore(store, at, when);
        const error = await rewrapKeys(job(faulty.store)).catch((caught: unknown) => caught);
        await expectAllOpen(keyVaultInRow(), accounts(), keys);
        expect((await rewrapKeys(job(store))).keysLeft).toBe(0);
        deploy(second);
        await expectAllOpen(keyVaultInRow(), accounts(), keys);
        if (!(error instanceof Killed)) break;
      }
    }
  });

  it('never revives a key that is destroyed at any moment of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 6 }), async (moment) => {
        deploy();
        const { store, accounts } = await town(3);
        deploy(second, first);
        let calls = 0;
        const watched = new Proxy(store, {
          get:
            (target, name: keyof Store) =>
            async (...given: unknown[]) => {
              if (calls++ === moment)
                await target.change('accounts', { _id: 'subject-1' }, { key: DESTROYED, status: 'erasing' });
              return (target[name] as (...all: unknown[]) => Promise<unknown>)(...given);
            },
        });
        await rewrapKeys(job(watched));
        await rewrapKeys(job(store));
        const gone = accounts().find(({ _id }) => _id === 'subject-1');
        expect(calls > moment ? gone?.key : DESTROYED).toBe(DESTROYED);
      }),
    );
  });

  it('loses nothing where a master key is missing, wrong or both are: the right one opens everything again', async () => {
    const { store, keys, accounts } = await town(3);
    const before = accounts();
    const [{ _id, key }] = before as [Held];
    deploy(second);
    expect(await rewrapKeys(job(store))).toEqual({ rewrapped: 0, keysLeft: 3 });
    await expect(keyVaultInRow().open({ _id, key })).rejects.toThrow('no master key of this process');
    deploy(randomBytes(32).toString('base64'), second);
    expect(await rewrapKeys(job(store))).toEqual({ rewrapped: 0, keysLeft: 3 });
    expect(accounts()).toEqual(before);
    deploy();
    await expectAllOpen(keyVaultInRow(), accounts(), keys);
  });

  it('is not stopped for the others by one key that does not open', async () => {
    const { store, accounts } = await town(3);
    const [{ _id, key }] = accounts() as [Held];
    await store.change('accounts', { _id }, { key: `${key.slice(0, -4)}AAAA` });
    deploy(second, first);
    expect(await rewrapKeys(job(store))).toEqual({ rewrapped: 2, keysLeft: 1 });
    await expect(keyVaultInRow().open(accounts()[0] as Held)).rejects.toMatchObject({ code: 'DATA_DAMAGED' });
  });
});

describe('the vault elsewhere', () => {
  it('is rotated in place', async () => {
    const { store: vaultStore, rows } = memoryStore();
    const vault = keyVaultElsewhere(vaultStore);
    const { store, keys, accounts } = await town(4, vault);
    await vault.destroy(accounts().slice(0, 1), now);
    deploy(second, first);
    expect(await rewrapKeys(job(store), vault)).toEqual({ rewrapped: 3, keysLeft: 0 });
    deploy(second);
    await expectAllOpen(vault, accounts().slice(1), keys);
    expect(rows('keys')[0]).toMatchObject({ state: 'destroyed', wrapped: DESTROYED });
  });

  it('never revives a key there that is destroyed at any moment of a rotation', async () => {
    for (let moment = 0; moment < 6; moment += 1) {
      deploy();
      const { store: vaultStore, rows } = memoryStore();
      const { store, accounts } = await town(3, keyVaultElsewhere(vaultStore));
      const people = accounts();
      deploy(second, first);
      let calls = 0;
      const watched = new Proxy(vaultStore, {
        get:
          (target, name: keyof Store) =>
          async (...given: unknown[]) => {
            if (calls++ === moment) await keyVaultElsewhere(target).destroy(people, now);
            return (target[name] as (...all: unknown[]) => Promise<unknown>)(...given);
          },
      });
      await rewrapKeys(job(store), keyVaultElsewhere(watched));
      if (calls <= moment) continue;
      expect(rows('keys').map(({ wrapped }) => wrapped)).toEqual([DESTROYED, DESTROYED, DESTROYED]);
      const left = await rewrapKeys(job(store), keyVaultElsewhere(vaultStore));
      expect(left).toMatchObject({ rewrapped: 0 });
    }
  });

  it('takes over every key that lay in a row, and converges when killed at every call of either database', async () => {
    for (const inVault of [true, false]) {
      for (let at = 1; ; at += 1) {
        deploy();
        const { store, keys, accounts } = await town(2);
        const { store: vaultStore, rows } = memoryStore();
        const vault = keyVaultElsewhere(vaultStore);
        const before = data(accounts());
        const faulty = faultyStore(inVault ? vaultStore : store, at, 'after');
        const error = await rewrapKeys(
          job(inVault ? store : faulty.store),
          inVault ? keyVaultElsewhere(faulty.store) : vault,
        ).catch((caught: unknown) => caught);
        await expectAllOpen(vault, accounts(), keys);
        expect(await rewrapKeys(job(store), vault)).toMatchObject({ keysLeft: 0 });
        await expectAllOpen(vault, accounts(), keys);
        expect(accounts().map(({ key }) => key.slice(0, 3))).toEqual(['v1.', 'v1.']);
        expect(rows('keys')).toHaveLength(2);
        expect(data(accounts())).toEqual(before);
        if (!(error instanceof Killed)) break;
      }
    }
  });
});

it('a master key is named by the first 16 hex digits of its SHA-256', () => {
  const { wrappedBy, wrapped } = createSubjectKey('a');
  const digest = createHash('sha256')
    .update(Buffer.from(first ?? '', 'base64'))
    .digest('hex');
  expect(wrappedBy).toBe(digest.slice(0, 16));
  expect(wrapped.split('.')[1]).toBe(wrappedBy);
});
