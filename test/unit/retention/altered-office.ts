import type { Row } from '../../../cloudfunctions/platform/store';
import type { Call } from '../../../cloudfunctions/platform/handler';
import { applyDecisions } from '../../../cloudfunctions/reconcile/decisions';
import { read } from '../../../cloudfunctions/request/reading';
import { submit } from '../../../cloudfunctions/request/submit';
import { settleAltered } from '../../../cloudfunctions/retention/settle-altered';
import type { AskedKind } from '../../../src/contracts/request-vocabulary';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { memoryStore } from '../../make/memory-store';
import { accountIn, putAccount } from '../../make/put-account';

setTestKeys();
beforeAll(() => {
  process.env['STAFF'] = JSON.stringify({ 王审: 'second', 李审: 'second' });
});
afterAll(() => {
  delete process.env['STAFF'];
});

export const FILED = new Date('2026-03-02T02:00:00Z');
export const LATER = new Date('2026-03-20T02:00:00Z');
export const words = '请告诉我你们有我的什么';
let decided = 0;

/** A person with one request, everything that can happen to it, and somebody who edits its row by hand. */
export async function office(kind: AskedKind = 'access') {
  const memory = memoryStore();
  const { store, rows, put } = memory;
  putAccount(memory, 'person', { phone: '13700000001' });
  putAccount(memory, 'stranger', { phone: '13700000002' });
  const call = <I>(input: I, now = FILED, openid = 'o-person') =>
    ({ store, openid, now, input, once: (work: () => unknown) => work() }) as unknown as Call<I>;
  const filed = await submit(call({ kind, details: words }));
  if (!filed.ok) throw new Error('nothing was filed');
  const { id } = filed.data;
  const row = (which = id) => rows('requests').find(({ _id }) => _id === which) as unknown as Row<'requests'>;
  return {
    ...{ store, rows, call, id, row },
    account: () => accountIn(memory, 'person'),
    open: () => accountIn(memory, 'person').openRequests,
    events: () =>
      (rows('ledger') as unknown as Row<'ledger'>[])
        .filter(({ subject }) => subject === 'person')
        .sort((a, b) => a.seq - b.seq),
    told: () => rows('messages').map(({ template, requestId }) => [template, requestId]),
    edit: (columns: object, which = id) => {
      const edited: Record<string, unknown> = { ...row(which), ...columns };
      const kept = Object.entries(edited).filter(([, value]) => value !== undefined);
      put('requests', { _id: which, ...Object.fromEntries(kept) });
    },
    settle: (how: 'accept' | 'close', more: object = {}) =>
      settleAltered(
        call(
          { id, how, reason: '值班同事手工改错了', reference: '工单-7', by: '王管理', ...more },
          LATER,
          '',
        ),
      ),
    async decide(typed: object, which = id) {
      decided += 1;
      const _id = `decision-${String(decided)}`;
      const filledIn = { requestId: which, reviewer: '王审', submit: true, ...typed };
      put('staff_decisions', { _id, expectedVersion: row(which).version, ...filledIn });
      await applyDecisions({ store, wechat: undefined as never, now: LATER });
      return rows('staff_decisions').find((each) => each._id === _id)?.['result'];
    },
    read: (which = id) => read(call({ id: which }, LATER)),
  };
}
