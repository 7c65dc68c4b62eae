import { finishWithdrawals } from '../../../cloudfunctions/retention/withdrawn';
import type { Store } from '../../../cloudfunctions/platform/store';
import { memoryStore } from '../../make/memory-store';
import { putAccount } from '../../make/put-account';
import { setTestKeys } from '../../laws/arbitrary/environment';

setTestKeys();
const now = new Date('2026-03-02T02:00:00.000Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
const jobOn = ({ store }: { store: Store }) => ({ store, wechat: undefined as never, now });

const grant = (granted: boolean) => ({
  grants: { analytics: { granted, at: ago(90), policyVersion: '1', seq: 1 } },
});
type Memory = ReturnType<typeof memoryStore>;
const withdraws = ({ put }: Memory, subject: string, at: string, seq = 1) => {
  put('ledger', { _id: `${subject}.${seq}`, subject, seq, type: 'consent.withdrawn', at });
};
const visit = ({ put }: Memory, subject: string) => {
  put('usage', { _id: `visit-of-${subject}`, subject, page: 'pages/home', at: ago(80) });
};
const left = ({ rows }: Memory) => rows('usage').map(({ subject }) => subject);

describe('what rests on a consent that was withdrawn', () => {
  it('goes though the call died after the withdrawal was recorded, and nobody else’s does', async () => {
    const memory = memoryStore();
    for (const [id, granted] of [
      ['withdrew', false],
      ['agreed-again', true],
      ['never-asked', false],
    ] as const) {
      putAccount(memory, id, grant(granted));
      visit(memory, id);
    }
    withdraws(memory, 'withdrew', ago(30));
    withdraws(memory, 'agreed-again', ago(30));
    expect(await finishWithdrawals(jobOn(memory))).toEqual({ withdrawn: 1 });
    expect(left(memory)).toEqual(['agreed-again', 'never-asked']);
    expect(await finishWithdrawals(jobOn(memory))).toEqual({ withdrawn: 0 });
  });

  it('goes on a day on which more withdrew than one call can tell', async () => {
    const memory = memoryStore();
    const ids = ['first', 'at-once-1', 'at-once-2', 'last'];
    for (const id of ids) {
      putAccount(memory, id, grant(false));
      visit(memory, id);
    }
    withdraws(memory, 'first', ago(23 * 60));
    // In one instant more than a page, so that no page ends between two instants.
    for (let seq = 0; seq < 2100; seq += 1) withdraws(memory, 'at-once-1', ago(30), seq);
    withdraws(memory, 'at-once-2', ago(30));
    withdraws(memory, 'last', ago(1));
    expect(await finishWithdrawals(jobOn(memory))).toEqual({ withdrawn: 4 });
    expect(left(memory)).toEqual([]);
  });

  it('is looked for in the events of a day, by one call where they are few', async () => {
    const memory = memoryStore();
    putAccount(memory, 'long-ago', grant(false));
    visit(memory, 'long-ago');
    withdraws(memory, 'long-ago', ago(24 * 60 + 1));
    let calls = 0;
    const find: Store['find'] = (name, filter, reading) => {
      calls += 1;
      return memory.store.find(name, filter, reading);
    };
    expect(await finishWithdrawals(jobOn({ store: { ...memory.store, find } }))).toEqual({ withdrawn: 0 });
    expect(left(memory)).toEqual(['long-ago']);
    expect(calls).toBe(1);
  });
});
