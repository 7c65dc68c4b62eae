import { verifyChain } from '../../../cloudfunctions/domain/ledger';
import { Fault } from '../../../cloudfunctions/platform/fault';
import type { Store } from '../../../cloudfunctions/platform/store';
import { eraseDue } from '../../../cloudfunctions/retention/erase';
import { leaveWards } from '../../../cloudfunctions/retention/leave-wards';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { faultyStore } from '../../make/faulty-store';
import { memoryStore } from '../../make/memory-store';
import { accountIn, hurtKey, putAccount, restore } from '../../make/put-account';
import { childOf, families, jobOn, left, now } from './families';

setTestKeys();
const logged: unknown[] = [];
jest.mock('../../../cloudfunctions/platform/log', () => ({
  log: (...line: unknown[]) => void logged.push(line),
}));
beforeEach(() => {
  logged.length = 0;
});

const guardian = { people: [{ id: 'guardian' }], through: new Map() };
const idOf = (child: number) => `${String(child).padStart(4, '0')}-child`;

/** A guardian's children, each with an account, in no order that helps. */
function wards(children: number, of = 'guardian') {
  const memory = memoryStore();
  for (let child = children - 1; child >= 0; child -= 1) putAccount(memory, idOf(child), childOf(of));
  const leaving = () =>
    memory
      .rows('accounts')
      .filter((row) => row['status'] === 'frozen' && row['eraseAfter'] === now.toISOString());
  return { ...memory, leaving };
}

/** Somebody else comes first at the account that is written to, once. */
function overtaken(store: Store, first: () => Promise<void>): Store {
  let isOver = false;
  return {
    ...store,
    async transaction(work) {
      if (!isOver) {
        isOver = true;
        await first();
      }
      return store.transaction(work);
    },
  };
}

describe('[P65] the children of a guardian who is erased', () => {
  it('all leave with them, also where one call cannot find them all', async () => {
    const made = wards(1001);
    expect(await leaveWards(jobOn(made), guardian)).toEqual(new Set());
    expect(made.leaving()).toHaveLength(1001);
    expect(made.rows('ledger')).toHaveLength(1001);
  });

  it('leave once, though a run dies at any of its calls', async () => {
    for (let at = 1; ; at += 1) {
      const made = wards(3);
      const faulty = faultyStore(made.store, at, 'after');
      await leaveWards(jobOn(faulty), guardian).catch(() => undefined);
      await leaveWards(jobOn(made), guardian);
      expect(made.leaving()).toHaveLength(3);
      expect(made.rows('ledger')).toHaveLength(3);
      if (faulty.calls() < at) break;
    }
  });

  it('leave though a key does not open, and their chain says so and goes on', async () => {
    const made = wards(2);
    hurtKey(made, idOf(0));
    await leaveWards(jobOn(made), guardian);
    expect(made.leaving()).toHaveLength(2);
    for (const id of [idOf(0), idOf(1)]) {
      const rows = made.rows('ledger').filter(({ subject }) => subject === id);
      expect(rows).toMatchObject([{ seq: 1, type: 'account.guardian-left', at: now.toISOString() }]);
      expect(verifyChain(rows as never)).toEqual({ intact: true });
      expect(accountIn(made, id).chain).toEqual({ seq: 1, head: rows[0]?.['commitment'] });
    }
  });

  it('leave though they take their own deregistration back at that moment', async () => {
    const made = wards(1);
    const leaver = { ...accountIn(made, idOf(0)), status: 'frozen', eraseAfter: '2026-03-03T02:00:00.000Z' };
    made.put('accounts', leaver);
    const store = overtaken(made.store, () => restore(made, accountIn(made, idOf(0)), now));
    expect(await leaveWards(jobOn({ store }), guardian)).toEqual(new Set());
    expect(made.leaving()).toHaveLength(1);
    expect(made.rows('ledger').map(({ type }) => type)).toEqual([
      'account.restored',
      'account.guardian-left',
    ]);
  });

  it('are left alone where they leave already, at this moment or before', async () => {
    const made = wards(2);
    made.put('accounts', {
      ...accountIn(made, idOf(0)),
      status: 'frozen',
      eraseAfter: now.toISOString(),
    });
    const store = overtaken(made.store, async () => {
      await leaveWards(jobOn(made), guardian);
    });
    expect(await leaveWards(jobOn({ store }), guardian)).toEqual(new Set());
    expect(made.rows('ledger')).toHaveLength(1);
  });

  it('are nobody else’s', async () => {
    const made = wards(2, 'somebody-else');
    await leaveWards(jobOn(made), guardian);
    expect(made.leaving()).toEqual([]);
  });

  it('are children: who has grown up stays, though the row still names the guardian', async () => {
    const memory = memoryStore();
    putAccount(memory, 'grown', { ...childOf('guardian'), age: 'teen' });
    await leaveWards(jobOn(memory), guardian);
    expect(accountIn(memory, 'grown').status).toBe('active');
    expect(memory.rows('ledger')).toEqual([]);
  });
});

describe('[P65] erasing guardians', () => {
  it('erases their children in the same run', async () => {
    const memory = families();
    expect(await eraseDue(jobOn(memory))).toEqual({ erased: 4, left: 0 });
    expect(left(memory)).toEqual([]);
  });

  it('touches no child of whoever comes back in time', async () => {
    const memory = families();
    let isBack = false;
    const find: Store['find'] = async (name, filter, reading) => {
      const rows = await memory.store.find(name, filter, reading);
      if (name === 'accounts' && 'eraseAfter' in filter && !isBack) {
        isBack = true;
        await restore(memory, accountIn(memory, 'guardian'), now);
      }
      return rows;
    };
    expect(await eraseDue(jobOn({ store: { ...memory.store, find } }))).toEqual({ erased: 2, left: 1 });
    expect(left(memory)).toEqual(['guardian', 'child']);
    expect(accountIn(memory, 'child').status).toBe('active');
  });

  it('waits for a child whose chain cannot go on, and nobody else does', async () => {
    const memory = families();
    memory.put('ledger', { _id: 'child.1', subject: 'child', seq: 1, type: 'account.corrected' });
    expect(await eraseDue(jobOn(memory))).toEqual({ erased: 2, left: 1 });
    expect(left(memory)).toEqual(['guardian', 'child']);
    expect(logged).toEqual([['error', { function: 'retention', fault: 'chain place taken', left: 1 }]]);
  });

  it('says what kept a child, and the next run goes on', async () => {
    const memory = families();
    const transaction: Store['transaction'] = (work) =>
      memory.store.transaction(async (inside) => {
        const change: typeof inside.change = (name, id, values) =>
          id === 'child' ? Promise.reject(new Fault('database: busy')) : inside.change(name, id, values);
        return work({ ...inside, change });
      });
    expect(await eraseDue(jobOn({ store: { ...memory.store, transaction } }))).toEqual({
      erased: 2,
      left: 1,
    });
    expect(logged).toContainEqual(['error', { function: 'retention', fault: 'database: busy' }]);
    expect(await eraseDue(jobOn(memory))).toEqual({ erased: 2, left: 0 });
    expect(left(memory)).toEqual([]);
  });

  it('lets a bug through at once', async () => {
    const memory = families();
    const transaction = () => Promise.reject(new TypeError('a bug'));
    await expect(eraseDue(jobOn({ store: { ...memory.store, transaction } }))).rejects.toThrow('a bug');
  });
});
