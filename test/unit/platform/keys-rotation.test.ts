import fc from 'fast-check';
import { keyVaultElsewhere } from '../../../cloudfunctions/platform/key-vault-elsewhere';
import { keyVaultInRow } from '../../../cloudfunctions/platform/key-vault-in-row';
import type { KeyVault } from '../../../cloudfunctions/platform/key-vault';
import type { SubjectKey } from '../../../cloudfunctions/platform/keys';
import { sealRow } from '../../../cloudfunctions/platform/sealing';
import { rewrapKeys } from '../../../cloudfunctions/retention/rewrap';
import { dataMap } from '../../../src/contracts/data-map';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { memoryStore } from '../../make/memory-store';
import { agreedAt } from '../../make/agreed-at';

const now = new Date('2026-03-02T02:00:00Z');
const [former, next] = [1, 5].map((byte) => Buffer.alloc(32, byte).toString('base64')) as [string, string];

/** What a function's environment holds at each step of the rotation that the README describes. */
const steps = [
  { MASTER_KEY: former, MASTER_KEY_PREVIOUS: '' },
  { MASTER_KEY: former, MASTER_KEY_PREVIOUS: next },
  { MASTER_KEY: next, MASTER_KEY_PREVIOUS: former },
  { MASTER_KEY: next, MASTER_KEY_PREVIOUS: '' },
] as const;
const names = ['account', 'consent', 'request', 'reconcile', 'retention'] as const;
type Name = (typeof names)[number];
afterAll(setTestKeys);

/** Functions over one database, each with an environment of its own. */
function deployment(isElsewhere: boolean) {
  const { store, rows } = memoryStore();
  const vault: KeyVault = isElsewhere ? keyVaultElsewhere(memoryStore().store) : keyVaultInRow();
  const at = new Map<Name, number>(names.map((name) => [name, 0]));
  const keys = new Map<string, SubjectKey>();
  const as = <T>(name: Name, work: () => Promise<T>): Promise<T> => {
    setTestKeys();
    Object.assign(process.env, steps[at.get(name) ?? 0]);
    return work();
  };
  const holders = () => rows('accounts') as unknown as { _id: string; key: string }[];
  return {
    deploy: (name: Name, step: number) => void at.set(name, step),
    /** Somebody registers; their row lies sealed under their key. */
    register: (name: Name) =>
      as(name, async () => {
        const id = `subject-${String(keys.size)}`;
        const { key, columns } = await vault.create(id, now);
        keys.set(id, key);
        const facts = {
          openid: `o-${id}`,
          phone: `1380013${String(keys.size).padStart(4, '0')}`,
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
      }),
    /** Whether a function opens everybody's key, and the right one. */
    readsAll: (name: Name) =>
      as(name, async () => {
        for (const holder of holders()) {
          const key = await vault.open(holder).catch(() => undefined);
          if (!key || keys.get(holder._id)?.equals(key) !== true) return false;
        }
        return (await vault.openMany(holders())).size === keys.size;
      }),
    timer: () => as('retention', () => rewrapKeys({ store, wechat: undefined as never, now }, vault)),
  };
}
type Deployment = ReturnType<typeof deployment>;

/** That each function reads what each has written; then everybody writes again. */
async function expectAllRead(on: Deployment, isTimerDue: boolean): Promise<void> {
  await on.register('account');
  if (isTimerDue) await on.timer();
  for (const name of names) expect([name, await on.readsAll(name)]).toEqual([name, true]);
}

/** Gives each function in turn the environment of a step. */
async function roll(on: Deployment, step: number, order: readonly Name[], bells: readonly boolean[]) {
  for (const [index, name] of order.entries()) {
    on.deploy(name, step);
    await expectAllRead(on, bells[index] ?? false);
  }
}

const orders = fc.shuffledSubarray([...names], { minLength: names.length });
const bells = fc.array(fc.boolean(), { minLength: names.length, maxLength: names.length });
const rolls = fc.tuple(orders, bells);

describe.each([
  ['in the account’s row', false],
  ['in an environment of its own', true],
])('the master key, changed function by function, with keys %s', (_, isElsewhere) => {
  it('[P38] is never missing: at each moment each function reads what each other wrote', async () => {
    await fc.assert(
      fc.asyncProperty(rolls, rolls, rolls, async (one, two, three) => {
        const on = deployment(isElsewhere);
        await expectAllRead(on, true);
        await roll(on, 1, ...one);
        await roll(on, 2, ...two);
        expect(await on.timer()).toMatchObject({ keysLeft: 0 });
        await roll(on, 3, ...three);
        expect(await on.timer()).toEqual({ rewrapped: 0, keysLeft: 0 });
      }),
      { numRuns: 25 },
    );
  });

  it('would be missing without the first step, or dropped before the timer counts none', async () => {
    const hasty = deployment(isElsewhere);
    hasty.deploy('account', 2);
    await hasty.register('account');
    expect(await hasty.readsAll('request')).toBe(false);

    const dropped = deployment(isElsewhere);
    await dropped.register('account');
    for (const name of names) dropped.deploy(name, 2);
    dropped.deploy('request', 3);
    expect(await dropped.readsAll('request')).toBe(false);
    expect(await dropped.timer()).toEqual({ rewrapped: 1, keysLeft: 0 });
    expect(await dropped.readsAll('request')).toBe(true);
  });

  it('is counted by what the timer’s own function holds, so that it is swapped last', async () => {
    const on = deployment(isElsewhere);
    for (const name of names) on.deploy(name, 1);
    await on.register('account');
    // Not swapped yet: nothing is left of the key to come, which says nothing of the one to go.
    expect(await on.timer()).toEqual({ rewrapped: 0, keysLeft: 0 });
    on.deploy('retention', 2);
    expect(await on.timer()).toEqual({ rewrapped: 1, keysLeft: 0 });
    await on.register('account');
    on.deploy('account', 2);
    expect(await on.timer()).toEqual({ rewrapped: 1, keysLeft: 0 });
  });
});
