import type { Operation } from '../../src/contracts/operation';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { canariesOf, makePerson, type Person } from '../make/person';
import { byName, isOfNobody, isOwn, operations, rightInput } from '../make/right-input';
import { smsProof } from '../make/sms-proof';

let cloud: TestCloud;
let person: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

async function register(more?: object): Promise<Person> {
  const made = makePerson(cloud);
  dataOf(await made.register(more));
  return made;
}
const lock = (who = person) => who.call('account', 'lock');
const unlock = (phone: object, who = person) => who.call('account', 'unlock', { phone });
const session = async (who = person) => dataOf(await who.call('account', 'session'));
const later = (ms: number) => cloud.travel(new Date(cloud.cloud.clock.now().getTime() + ms));
/** The newest account's rows: whoever registered last. */
const account = () =>
  cloud.rows('accounts').reduce((a, b) => (String(a['registeredAt']) > String(b['registeredAt']) ? a : b));
const of = (collection: string, id: unknown) => cloud.rows(collection).filter((row) => row['subject'] === id);
const events = (id: unknown) => of('ledger', id).map((row) => row['type']);
const texts = async (who = person) =>
  (await cloud.outbox())
    .filter(({ kind, to }) => kind === 'sms' && to === who.number)
    .map(({ text }) => text);

describe('an account that its person locked', () => {
  let own: { requestId: string; receiptId: string };
  beforeAll(async () => {
    person = await register();
    const submitted = await person.call('request', 'submit', { kind: 'question', details: person.reason });
    own = {
      requestId: String(dataOf(submitted)['id']),
      receiptId: String(dataOf(await person.choose('analytics'))['receiptId']),
    };
    dataOf(await lock());
  });

  /** What a locked account still answers: that it is locked, the way back, and the proof of somebody's erasure. */
  const stillAnswered = ['session', 'lock', 'unlock', 'sendSmsCode', 'certificate'].map(
    (name) => `account.${name}`,
  );

  it.each(byName(operations.filter(isOwn)).filter(([name]) => !stillAnswered.includes(name)))(
    'is closed to %s, whoever calls from its WeChat account',
    async (_, operation: Operation) => {
      const before = JSON.stringify([cloud.rows('ledger'), cloud.rows('accounts')]);
      const answer = await person.call(operation.function, operation.action, rightInput(operation, own));
      if (!isOfNobody(operation)) expectRefusal(answer, 'LOCKED');
      for (const canary of canariesOf(person)) expect(JSON.stringify(answer)).not.toContain(canary);
      expect(JSON.stringify([cloud.rows('ledger'), cloud.rows('accounts')])).toBe(before);
    },
  );

  it('says that it is locked and nothing else of anybody', async () => {
    expect(await session()).toEqual({ status: 'locked' });
  });

  it('[P43] takes the report of a leak, which can be neither read nor taken back until it is open', async () => {
    const report = { kind: 'leak', details: '手机被偷了', attempt: 'a-1' };
    const filed = dataOf(await person.call('request', 'submit', report));
    expect(dataOf(await person.call('request', 'submit', report))['id']).toBe(filed['id']);
    for (const action of ['read', 'cancel'])
      expectRefusal(await person.call('request', action, { id: filed['id'] }), 'LOCKED');
  });

  it('does not keep staff from answering in time, and what they answered is there when it is open', async () => {
    const { requestId } = own;
    const row = { requestId, expectedVersion: 1, decision: 'reply', replyText: '可以', reviewer: '王审' };
    await cloud.post('/api/staff-decisions', { ...row, submit: true });
    dataOf(await cloud.timer('reconcile'));
    expect(cloud.rows('requests').find(({ _id }) => _id === requestId)).toMatchObject({ state: 'done' });
  });

  it('sends a code to its own number alone, and does not let another be guessed', async () => {
    const before = (await cloud.outbox()).length;
    const ask = (number: string) => person.call('account', 'sendSmsCode', { number });
    for (let tried = 0; tried < 5; tried += 1)
      expectRefusal(await ask(`1360000000${String(tried)}`), 'PHONE_MISMATCH');
    expectRefusal(await ask('13600000009'), 'SMS_TOO_OFTEN');
    expect(await cloud.outbox()).toHaveLength(before);
    await later(61 * 60_000);
    dataOf(await ask(person.number));
  });

  it('is not opened by WeChat’s button, another number or a wrong code', async () => {
    await later(3 * 60 * 60_000);
    const right = await smsProof(cloud, person);
    expectRefusal(await unlock(await person.proof()), 'INVALID_INPUT');
    expectRefusal(await unlock({ ...right, number: '13600000000' }), 'SMS_CODE_EXPIRED');
    expectRefusal(
      await unlock({ ...right, code: right.code === '000000' ? '000001' : '000000' }),
      'SMS_CODE_WRONG',
    );
    expect(await session()).toEqual({ status: 'locked' });
  });
});

describe('locking and unlocking', () => {
  beforeEach(async () => {
    person = await register();
  });

  it('shut everybody out and let the person back, each with a row, a record and a message that arrives', async () => {
    const { _id } = account();
    const { at } = dataOf(await lock());
    expect(account()).toMatchObject({ status: 'active', lockedAt: at });
    dataOf(await cloud.timer('reconcile'));
    expect((await texts())[0]).toContain('锁住');
    const proof = await smsProof(cloud, person);
    expect(dataOf(await unlock(proof))).toEqual({ status: 'member' });
    expect(account()).not.toHaveProperty('lockedAt');
    await later(60 * 60_000);
    dataOf(await cloud.timer('reconcile'));
    expect((await texts())[0]).toContain('解锁');
    expect(events(_id).filter((type) => String(type).startsWith('account.'))).toEqual([
      'account.registered',
      'account.locked',
      'account.unlocked',
    ]);
    expect(
      of('logins', _id)
        .map(({ action }) => String(action))
        .sort(),
    ).toEqual(['lock', 'register', 'unlock']);
    const { messages } = dataOf(await person.call('request', 'inbox')) as {
      messages: { template: string }[];
    };
    expect(messages.map(({ template }) => template)).toEqual(['account-unlocked', 'account-locked']);
    expect(dataOf(await person.call('account', 'profile'))).toHaveProperty('fields');
  });

  it('change nothing when they are repeated, one after the other or at once', async () => {
    const { _id } = account();
    const at = await Promise.all([lock(), lock(), lock()].map(async (answer) => dataOf(await answer)['at']));
    expect(new Set([...at, dataOf(await lock())['at']]).size).toBe(1);
    expect(events(_id)).toEqual(['account.registered', 'account.locked']);
    const proof = await smsProof(cloud, person);
    for (let times = 0; times < 2; times += 1)
      expect(dataOf(await unlock(proof))).toEqual({ status: 'member' });
    expect(events(_id)).toEqual(['account.registered', 'account.locked', 'account.unlocked']);
    expect(of('messages', _id)).toHaveLength(2);
  });

  it('happen whole or not at all when the function is killed at any database call', async () => {
    const { _id } = account();
    const wasKilled = async (at: number, work: () => Promise<unknown>) => {
      await cloud.post('/faults', { function: 'account', at, do: 'kill', when: 'after' });
      await work().catch(() => undefined);
      const isOver = cloud.cloud.faults.list().length > 0;
      cloud.cloud.faults.clear();
      return !isOver;
    };
    const isWhole = () => {
      const [locked, opened] = ['account.locked', 'account.unlocked'].map(
        (type) => events(_id).filter((each) => each === type).length,
      );
      expect(Boolean(account()['lockedAt'])).toBe(locked !== opened);
      expect(of('messages', _id)).toHaveLength(Number(locked) + Number(opened));
      expect(of('logins', _id)).toHaveLength(1 + Number(locked) + Number(opened));
    };
    for (let at = 1, goesOn = true; goesOn; at += 1) {
      goesOn = await wasKilled(at, () => lock());
      isWhole();
      dataOf(await lock());
      await later(2 * 60 * 60_000);
      const proof = await smsProof(cloud, person);
      goesOn = (await wasKilled(at, () => unlock(proof))) || goesOn;
      isWhole();
      if ((await session())['status'] !== 'locked') continue;
      await later(61_000);
      expect(dataOf(await unlock(await smsProof(cloud, person)))).toEqual({ status: 'member' });
      isWhole();
    }
  }, 120_000);

  it('are for an account that stays: one that is leaving is restored first, a guest has none', async () => {
    dataOf(await person.deregister());
    expectRefusal(await lock(), 'FROZEN');
    expectRefusal(await lock(makePerson(cloud)), 'NOT_REGISTERED');
    const unsent = { kind: 'sms', number: person.number, code: '123456' };
    expectRefusal(await unlock(unsent, makePerson(cloud)), 'NOT_REGISTERED');
    expect(dataOf(await unlock(unsent))).toEqual({ status: 'frozen' });
  });

  it('keep the lock over an account that staff froze on request: no copy, no restore until it is open', async () => {
    const submitted = await person.call('request', 'submit', {
      kind: 'delete',
      ground: 'left',
      details: { fields: 'account' },
    });
    dataOf(await lock());
    const requestId = dataOf(submitted)['id'];
    const row = { requestId, expectedVersion: 1, decision: 'approve', reviewer: '王审', submit: true };
    await cloud.post('/api/staff-decisions', row);
    dataOf(await cloud.timer('reconcile'));
    expect(account()).toMatchObject({ status: 'frozen' });
    for (const action of ['export', 'restore']) expectRefusal(await person.call('account', action), 'LOCKED');
    expect(dataOf(await unlock(await smsProof(cloud, person)))).toEqual({ status: 'frozen' });
    expect(dataOf(await person.call('account', 'restore'))).toEqual({ status: 'member' });
  });

  it('leave what is taken back in WeChat itself and what the timer erases as they are', async () => {
    const { _id } = account();
    dataOf(await lock());
    const event = { Event: 'user_authorization_cancellation', openid: person.openid };
    await cloud.post('/wechat/event', event);
    expect(events(_id)).toContain('authorization.cancelled');
    await smsProof(cloud, person).then(unlock).then(dataOf);
    dataOf(await person.deregister());
    await later(30 * 24 * 60 * 60_000);
    dataOf(await cloud.timer('retention'));
    expect(cloud.rows('accounts').filter((row) => row['_id'] === _id)).toEqual([]);
  });
});
