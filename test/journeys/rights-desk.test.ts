import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

let cloud: TestCloud;
let person: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  person = makePerson(cloud);
  dataOf(await person.register());
});
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

const submit = async (kind: string, details?: unknown) =>
  String(
    dataOf(
      await person.call('request', 'submit', {
        kind,
        notify: true,
        ...(details !== undefined && { details }),
      }),
    )['id'],
  );
const read = async (id: string) => dataOf(await person.call('request', 'read', { id }));

/** Fills a row as staff would, lets the timer run, and answers the row as it then is. */
async function decide(row: object): Promise<Record<string, unknown>> {
  const { body } = await cloud.post('/api/staff-decisions', {
    reviewer: '王审',
    submit: true,
    expectedVersion: 1,
    ...row,
  });
  const [id] = (body as { insertedIds: string[] }).insertedIds;
  await cloud.timer('reconcile');
  return cloud.rows('staff_decisions').find(({ _id }) => _id === id) ?? {};
}

describe('a row of staff', () => {
  it.each([
    ['without a request', { requestId: '', decision: 'approve' }, '请求编号'],
    [
      'for a request that does not exist',
      { requestId: '01NOSUCH', decision: 'approve' },
      '没有找到这个请求编号',
    ],
    ['with an old version', { decision: 'approve', expectedVersion: 0 }, '看到的版本'],
    ['with a version as text', { decision: 'approve', expectedVersion: '1' }, '看到的版本'],
    ['with a decision that does not exist', { decision: 'ok' }, '决定'],
    [
      'with a decision that the kind does not have',
      { decision: 'partly', replyText: '一半', reasonCode: 'malice' },
      '不能“部分同意”',
    ],
    ['refusing without a code', { decision: 'refuse', replyText: '不行' }, '必须选择理由'],
    ['refusing in a code alone', { decision: 'refuse', reasonCode: 'malice' }, '答复'],
    ['refusing by a free code', { decision: 'refuse', reasonCode: 'because', replyText: '不行' }, '理由'],
    ['without a name', { decision: 'approve', reviewer: '' }, '经办人'],
    ['with a column that is not declared', { decision: 'approve', openid: 'x' }, '不认识的列'],
    ['with an object as a value', { decision: { ne: null } }, '决定'],
    ['with an oversized reply', { decision: 'reply', replyText: '长'.repeat(3000) }, '答复'],
  ])('%s gets a sentence and changes nothing', async (_, row, said) => {
    const requestId = await submit('copy');
    dataOf(await cloud.timer('reconcile'));
    const [requests, accounts] = [cloud.rows('requests'), cloud.rows('accounts')];
    const judged = await decide({ requestId, ...row });
    expect(judged).toMatchObject({ result: 'rejected' });
    expect(String(judged['resultMessage'])).toMatch(new RegExp(`^没有生效：.*${said}.*。$`));
    expect([cloud.rows('requests'), cloud.rows('accounts')]).toEqual([requests, accounts]);
    expect(await read(requestId)).toMatchObject({ state: 'verified', version: 1 });
    dataOf(await person.call('request', 'cancel', { id: requestId }));
  });

  it('that is not submitted yet is left alone', async () => {
    const requestId = await submit('copy');
    expect(await decide({ requestId, decision: 'approve', submit: false })).not.toHaveProperty('result');
    expect(await read(requestId)).toMatchObject({ state: 'verified' });
  });

  it('is applied once, however often and however crowded the timer runs', async () => {
    const requestId = await submit('question', '什么时候办好？');
    await cloud.post('/api/staff-decisions', {
      requestId,
      expectedVersion: 1,
      decision: 'reply',
      replyText: '今天',
      reviewer: '王审',
      submit: true,
    });
    const before = (await cloud.outbox()).length;
    await Promise.all([cloud.timer('reconcile'), cloud.timer('reconcile'), cloud.timer('reconcile')]);
    await cloud.timer('reconcile');
    expect(await read(requestId)).toMatchObject({ state: 'done', version: 2, reply: '今天' });
    expect((await cloud.outbox()).length - before).toBe(1);
    expect(cloud.rows('audits').filter((row) => row['requestId'] === requestId)).toHaveLength(1);
  });

  it('is applied whole or not at all when the timer is killed at any database call', async () => {
    for (let at = 1; ; at += 1) {
      const requestId = await submit('question', '会丢吗？');
      await cloud.post('/api/staff-decisions', {
        requestId,
        expectedVersion: 1,
        decision: 'reply',
        replyText: '不会',
        reviewer: '王审',
        submit: true,
      });
      const before = (await cloud.outbox()).length;
      await cloud.post('/faults', { function: 'reconcile', at, do: 'kill', when: 'after' });
      await cloud.post('/timer/reconcile');
      const wasStruck = cloud.cloud.faults.list().length === 0;
      cloud.cloud.faults.clear();
      await cloud.timer('reconcile');
      expect(await read(requestId)).toMatchObject({ state: 'done', version: 2, reply: '不会' });
      expect(cloud.rows('audits').filter((row) => row['requestId'] === requestId)).toHaveLength(1);
      await cloud.travel(new Date(Date.now() + 10 * 60_000));
      await cloud.timer('reconcile');
      await cloud.travel(null);
      expect((await cloud.outbox()).length - before).toBeGreaterThanOrEqual(1);
      if (!wasStruck) break;
    }
  }, 120_000);
});

describe('a decision that meets a change of the person', () => {
  it.each([2, 3, 4, 5, 6, 7])(
    'never overwrites a cancelled request (delay at database call %i)',
    async (at) => {
      dataOf(await person.call('account', 'correct', { field: 'address', value: '旧路1号' }));
      const requestId = await submit('delete', { field: 'address' });
      const row = { requestId, expectedVersion: 1, decision: 'approve', reviewer: '王审', submit: true };
      await cloud.post('/api/staff-decisions', row);
      await cloud.post('/faults', { function: 'reconcile', at, do: 'delay', ms: 700 });
      const [, cancelled] = await Promise.all([
        cloud.timer('reconcile'),
        new Promise((resolve) => setTimeout(resolve, 250)).then(() =>
          person.call('request', 'cancel', { id: requestId }),
        ),
      ]);
      cloud.cloud.faults.clear();
      const { state } = await read(requestId);
      expect(state).toBe(cancelled.ok ? 'cancelled' : 'done');
      const { fields } = dataOf(await person.call('account', 'profile')) as {
        fields: { field: string; value: string | null }[];
      };
      expect(fields.find(({ field }) => field === 'address')?.value).toBe(cancelled.ok ? '旧路1号' : null);
    },
  );
});

describe('one row that cannot be read', () => {
  it('gets its sentence and stops nobody else', async () => {
    const requestId = await submit('question', '我的呢？');
    const good = {
      requestId,
      expectedVersion: 1,
      decision: 'reply',
      replyText: '在这',
      reviewer: '王审',
      submit: true,
    };
    const wire = (row: object) =>
      cloud.cloud.database.call('database.insertDocument', {
        collectionName: 'staff_decisions',
        data: [JSON.stringify(row)],
      });
    await wire({ ...good, _id: 'x'.repeat(130) });
    await wire({ ...good, _id: 'y', submit: 'true' });
    await wire({ ...good, _id: 'z', owner: 'staff', createdAt: 1, updatedAt: 2, _openid: 'staff' });
    await cloud.timer('reconcile');
    expect(await read(requestId)).toMatchObject({ state: 'done', reply: '在这' });
    const results = cloud.rows('staff_decisions').filter(({ _id }) => /^[xyz]/.test(String(_id)));
    expect(results.map(({ result }) => result)).toEqual(['rejected', 'rejected', 'applied']);
  });
});

describe('what staff approve carries itself out', () => {
  it('withdraws the consent the person named', async () => {
    dataOf(await person.choose('analytics'));
    const requestId = await submit('withdraw', { purpose: 'analytics' });
    expect(await decide({ requestId, decision: 'approve' })).toMatchObject({ result: 'applied' });
    const { items } = dataOf(await person.call('consent', 'current')) as {
      items: { purpose: string; granted: boolean }[];
    };
    expect(items.find(({ purpose }) => purpose === 'analytics')).toMatchObject({ granted: false });
    const { events } = dataOf(await person.call('consent', 'history')) as {
      events: { id: string; type: string }[];
    };
    expect(events[0]).toMatchObject({ type: 'consent.withdrawn' });
    dataOf(await person.call('consent', 'receipt', { id: events[0]?.id }));
  });

  it('asks staff to answer in words where nothing can carry itself out', async () => {
    const requestId = await submit('correct', '我的名字写错了');
    const judged = await decide({ requestId, decision: 'approve' });
    expect(judged).toMatchObject({ result: 'rejected' });
    expect(judged['resultMessage']).toContain('答复');
  });
});

describe('the way on after an answer', () => {
  it('[P61] the first three of a year cost nothing; a fee is quoted, and waits for the person', async () => {
    const quote = { decision: 'quote', fee: 10, replyText: '这一年里又要了一份，成本费十元' };
    // The first three of a year cost nothing, whatever staff write.
    const person = makePerson(cloud);
    dataOf(await person.register());
    const file = async () => String(dataOf(await person.call('request', 'submit', { kind: 'copy' }))['id']);
    const read = async (id: string) => dataOf(await person.call('request', 'read', { id }));
    for (let free = 1; free <= 3; free += 1)
      expect(await decide({ requestId: await file(), ...quote })).toMatchObject({ result: 'rejected' });
    const requestId = await file();
    expect(await decide({ requestId, ...quote, fee: undefined })).toMatchObject({ result: 'rejected' });
    expect(await decide({ requestId, ...quote })).toMatchObject({ result: 'applied' });
    expect(await read(requestId)).toMatchObject({
      state: 'quoted',
      fee: 1000,
      overdue: false,
      allowed: ['acceptFee', 'declineFee', 'cancel'],
    });
    dataOf(await person.call('request', 'acceptFee', { id: requestId }));
    expect(await read(requestId)).toMatchObject({ state: 'verified', version: 3 });
    expectRefusal(await person.call('request', 'declineFee', { id: requestId }), 'REQUEST_STATE');
  });

  it('[P47] the copy ends after its seven days', async () => {
    const requestId = await submit('copy');
    await decide({ requestId, decision: 'approve' });
    dataOf(await person.call('request', 'download', { id: requestId }));
    await cloud.travel(new Date(Date.now() + 7 * 24 * 60 * 60_000 + 1000));
    expectRefusal(await person.call('request', 'download', { id: requestId }), 'COPY_EXPIRED');
    expect((await read(requestId))['allowed']).toEqual([]);
  });

  it.each([
    ['[P74] a complaint: 15 working days', 'complaint', '2026-03-11'],
    ['[P72] a question: 15 days, for they end earlier than 15 working days', 'question', '2026-02-27'],
  ])('%s, over Spring Festival', async (_, kind, dueOn) => {
    await cloud.travel('2026-02-12T10:00:00+08:00');
    const id = await submit(kind, '春节前问的');
    expect(await read(id)).toMatchObject({ dueOn, provisional: false });
  });

  it('[P59] a request left alone is overdue the day after its last day, and derived so', async () => {
    const requestId = await submit('complaint', '太慢');
    const { dueOn } = (await read(requestId)) as { dueOn: string };
    await cloud.travel(`${dueOn}T23:59:00+08:00`);
    expect(await read(requestId)).toMatchObject({ overdue: false, daysLeft: 0 });
    await cloud.travel(new Date(Date.parse(`${dueOn}T23:59:59+08:00`) + 2000));
    expect(await read(requestId)).toMatchObject({ overdue: true });
    dataOf(await cloud.timer('reconcile'));
    const queue = dataOf(await cloud.invoke('reconcile', { action: 'queue' })) as {
      requests: { id: string; overdue: boolean }[];
    };
    expect(queue.requests.find(({ id }) => id === requestId)).toMatchObject({ overdue: true });
  });
});

describe('what staff read', () => {
  it('is masked, and every look leaves an audit row', async () => {
    const requestId = await submit('complaint', '请看这里');
    const seen = dataOf(await cloud.invoke('reconcile', { action: 'read', id: requestId, reviewer: '王审' }));
    expect(seen).toMatchObject({ details: '请看这里', state: 'in_review', version: 2 });
    expect(JSON.stringify(seen)).not.toContain(person.number);
    const looks = cloud
      .rows('audits')
      .filter((row) => row['requestId'] === requestId && row['action'] === 'read');
    expect(looks).toHaveLength(1);
  });
});
