import type { Call } from '../../../cloudfunctions/platform/handler';
import type { Store } from '../../../cloudfunctions/platform/store';
import { applyDecisions } from '../../../cloudfunctions/reconcile/decisions';
import { cancel } from '../../../cloudfunctions/request/moves';
import { submit } from '../../../cloudfunctions/request/submit';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { memoryStore } from '../../make/memory-store';
import { putAccount } from '../../make/put-account';

setTestKeys();
beforeAll(() => {
  process.env['STAFF'] = JSON.stringify({ 王审: 'reviewer' });
});
afterAll(() => {
  delete process.env['STAFF'];
});

const now = new Date('2026-03-02T02:00:00Z');

it('[P65] what staff answer while a guardian takes the request back is not overwritten', async () => {
  const memory = memoryStore();
  putAccount(memory, 'guardian', { phone: '13900000001' });
  putAccount(memory, 'ward', { age: 'child', relationship: 'mother', guardian: 'guardian' });
  const call = <I>(input: I, store: Store = memory.store) =>
    ({ store, openid: 'o-guardian', now, input }) as unknown as Call<I>;
  const filed = await submit(call({ kind: 'complaint' as const, details: '为什么', ward: 'ward' }));
  if (!filed.ok) throw new Error(filed.error.code);
  const { id } = filed.data;
  memory.put('staff_decisions', {
    _id: 'decision-1',
    requestId: id,
    expectedVersion: 1,
    decision: 'reply',
    replyText: '因为',
    reviewer: '王审',
    submit: true,
  });
  let isAnswered = false;
  /** Staff's answer comes just before the child's account is read. */
  const get: Store['get'] = async (collection, row) => {
    if (row === 'ward' && !isAnswered) {
      isAnswered = true;
      await applyDecisions({ store: memory.store, wechat: undefined as never, now });
    }
    return memory.store.get(collection, row);
  };
  const answering = { ...memory.store, get };
  const taken = await cancel(call({ id }, answering)).catch((error: unknown) => error);
  expect(isAnswered).toBe(true);
  expect(taken).toMatchObject({ ok: false, error: { code: 'REQUEST_STATE' } });
  expect(memory.rows('requests')).toMatchObject([{ _id: id, state: 'done', decision: 'reply' }]);
  expect(memory.rows('accounts').find(({ _id }) => _id === 'ward')).toMatchObject({ openRequests: 0 });
});
