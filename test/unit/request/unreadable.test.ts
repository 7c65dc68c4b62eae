import { staffCopy } from '../../../cloudfunctions/copy/staff';
import { looks } from '../../../cloudfunctions/request/looks';
import { mine } from '../../../cloudfunctions/request/reading';
import { unmask } from '../../../cloudfunctions/reconcile/unmask';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { hurtKey } from '../../make/put-account';
import { requestWorld, setTestStaff } from '../../make/request-world';

setTestKeys();
setTestStaff();
const logged: object[] = [];
jest.mock('../../../cloudfunctions/platform/log', () => ({
  log: (_level: string, line: object) => void logged.push(line),
}));
beforeEach(() => {
  logged.length = 0;
});

type World = Awaited<ReturnType<typeof requestWorld>>;
const rowOf = (made: World, collection: string, id: string) =>
  made.rows(collection).find(({ _id }) => _id === id) as Record<string, unknown> & { _id: string };

/** Three requests, of which something is done to the second. */
async function three() {
  const made = await requestWorld();
  const ids: string[] = [];
  for (const address of ['甲路1号', '乙路1号', '丙路1号']) {
    made.wait(1);
    ids.push(await made.submit('correct', { field: 'address', value: address }));
  }
  const [first = '', second = '', third = ''] = ids;
  const hurt = (change: object) => {
    made.put('requests', { ...rowOf(made, 'requests', second), ...change });
  };
  return { made, first, second, third, hurt };
}
/** Sealed with no key of anybody. */
const damaged = { details: 's1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' };

describe('one request whose words do not open', () => {
  it('stands in the list like any other, and the rest can be read', async () => {
    const { made, first, second, third, hurt } = await three();
    hurt(damaged);
    expect((await made.list()).map(({ id }) => id)).toEqual([third, second, first]);
    expect(await made.read(first)).toMatchObject({ details: { value: '甲路1号' } });
    await expect(made.read(second)).rejects.toMatchObject({ code: 'DATA_DAMAGED' });
  });

  it('is taken back, or answered in words; who approves it reads why nothing can be carried out', async () => {
    const { made, second, hurt } = await three();
    hurt(damaged);
    const judged = await made.decide({ requestId: second, decision: 'approve' });
    expect(judged).toMatchObject({ result: 'rejected', resultMessage: staffCopy.unreadable });
    const reply = { requestId: second, decision: 'reply', replyText: '请您再提一次' };
    expect(await made.decide(reply)).toMatchObject({ result: 'applied' });
    expect((await made.list())[1]).toMatchObject({ id: second, state: 'done' });
  });

  it('keeps no other from its turn in the same run', async () => {
    const { made, first, second, third, hurt } = await three();
    hurt(damaged);
    const rows = [first, second, third].map((requestId) => ({ requestId, decision: 'approve' }));
    const judged = await made.decideAll(...rows);
    expect(judged.map(({ result }) => result)).toEqual(['applied', 'rejected', 'applied']);
  });
});

it('a person whose key does not open is answered with a code, and staff with a sentence, also for a letter', async () => {
  const { made, first } = await three();
  hurtKey(made, made.account()._id);
  await expect(made.list()).rejects.toMatchObject({ code: 'DATA_DAMAGED' });
  const letter = { decision: 'intake', phone: '13800138000', kind: 'question', words: '请问' };
  const judged = await made.decideAll(
    { requestId: first, decision: 'reply', replyText: '好' },
    { ...letter, receivedOn: '2027-05-31' },
  );
  for (const row of judged)
    expect(row).toMatchObject({ result: 'rejected', resultMessage: staffCopy.unreadable });
});

it('one request whose columns were edited into nonsense does not take the list with it', async () => {
  for (const nonsense of [{ state: 'gone' }, { dueOn: 'soon' }, { kind: 1 }]) {
    const { made, first, third, hurt } = await three();
    hurt(nonsense);
    expect((await made.list()).map(({ id }) => id)).toEqual([third, first]);
    expect(logged).toContainEqual({ function: 'request', fault: 'a request cannot be listed' });
  }
});

it('a whole page of requests edited into nonsense does not hide what is older', async () => {
  const { made, first, second, third } = await three();
  for (let each = 0; each < 50; each += 1) {
    made.wait(1);
    const edited = each % 2 === 0 ? { kind: 1 } : { dueOn: 'soon' };
    const submittedAt = made.now().toISOString();
    const row = { ...rowOf(made, 'requests', first), ...edited, submittedAt };
    made.put('requests', { ...row, _id: `edited-${String(each)}` });
  }
  const page = await mine(made.call({}));
  if (!page.ok || page.data.next === null) throw new Error('the list ended');
  expect(page.data.requests).toEqual([]);
  const older = await mine(made.call({ before: page.data.next }));
  expect(older).toMatchObject({
    data: { requests: [{ id: third }, { id: second }, { id: first }], next: null },
  });
});

it('one event whose words do not open does not take the list of looks with it', async () => {
  const { made, first } = await three();
  for (const field of ['phone', 'details'] as const) {
    made.wait(1);
    await unmask(made.call({ id: first, field, reviewer: '李审', reason: '要回电话' }));
  }
  const [, newest] = made.rows('ledger').filter(({ type }) => type === 'staff.unmasked');
  made.put('ledger', { ...(newest as { _id: string }), content: damaged.details });
  expect(await looks(made.call({}))).toMatchObject({
    ok: true,
    data: {
      looks: [
        { what: 'unmask', about: null, reason: null },
        { what: 'unmask', about: '手机号', reason: '要回电话' },
      ],
    },
  });
});
