import type { ErrorCode } from '../../src/contracts/errors';
import { agreedAt } from '../make/agreed-at';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectGuest, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

let cloud: TestCloud;
let member: Person;
let requestId: string;

beforeAll(async () => {
  cloud = await startTestCloud();
  member = makePerson(cloud);
  dataOf(await member.register());
  requestId = String(dataOf(await member.call('request', 'submit', { kind: 'copy' }))['id']);
});
afterAll(() => cloud.stop());

/** Everything in the database, to see that a refusal leaves no trace. */
const everything = () =>
  JSON.stringify(cloud.cloud.database.collections().map(({ name }) => [name, cloud.rows(name)]));

async function refusedWithoutTrace(work: () => Promise<unknown>): Promise<void> {
  const before = everything();
  await work();
  expect(everything()).toBe(before);
}

describe('bad input is refused with a sentence, and nothing is written', () => {
  const long = '长'.repeat(2001);
  const { policyVersion } = agreedAt(new Date());
  const cases: [title: string, name: string, event: object | string, code: ErrorCode][] = [
    ['an action that does not exist', 'account', { action: 'drop' }, 'UNKNOWN_ACTION'],
    ['an inherited name as action', 'account', { action: 'toString' }, 'UNKNOWN_ACTION'],
    ['no action at all', 'consent', {}, 'UNKNOWN_ACTION'],
    ['an unknown field', 'account', { action: 'session', openid: 'somebody' }, 'INVALID_INPUT'],
    [
      'a wrong type',
      'consent',
      { action: 'set', purpose: 'locate', granted: 'yes', policyVersion },
      'INVALID_INPUT',
    ],
    ['a missing field', 'request', { action: 'submit' }, 'INVALID_INPUT'],
    ['an oversized text', 'request', { action: 'submit', kind: 'question', details: long }, 'INVALID_INPUT'],
    ['an operator where a value belongs', 'request', { action: 'read', id: { $gt: '' } }, 'INVALID_INPUT'],
    [
      'an operator inside details',
      'request',
      { action: 'submit', kind: 'copy', details: { $gt: '' } },
      'INVALID_INPUT',
    ],
    [
      '__proto__ as a name',
      'request',
      '{"action":"submit","kind":"copy","details":{"__proto__":"x"}}',
      'INVALID_INPUT',
    ],
    ['__proto__ at the top', 'account', '{"action":"session","__proto__":{"a":1}}', 'INVALID_INPUT'],
    [
      'a purpose that does not exist',
      'consent',
      { action: 'set', purpose: 'sell', granted: true, policyVersion },
      'PURPOSE_UNKNOWN',
    ],
    [
      'a basic purpose as if it were a consent',
      'consent',
      { action: 'set', purpose: 'registration', granted: false, policyVersion },
      'PURPOSE_UNKNOWN',
    ],
    [
      'a stale policy version',
      'consent',
      { action: 'set', purpose: 'locate', granted: true, policyVersion: '0' },
      'POLICY_STALE',
    ],
    ['a policy version that never was', 'policy', { action: 'read', version: '99' }, 'POLICY_UNKNOWN'],
    ['a city that does not exist', 'account', { action: 'switchCity', code: '999999' }, 'CITY_UNKNOWN'],
    [
      'a field that cannot be corrected alone',
      'account',
      { action: 'correct', field: 'phone', value: '13900000000' },
      'INVALID_INPUT',
    ],
    [
      'a value that its field does not allow',
      'account',
      { action: 'correct', field: 'wechatId', value: '有空格 的' },
      'INVALID_INPUT',
    ],
    [
      'a picture that is a script',
      'account',
      { action: 'correct', field: 'avatar', value: 'data:text/html;base64,AAAA' },
      'INVALID_INPUT',
    ],
    ['a request that does not exist', 'request', { action: 'read', id: '01ZZZZ' }, 'REQUEST_UNKNOWN'],
    ['a receipt that does not exist', 'consent', { action: 'receipt', id: '77' }, 'RECEIPT_UNKNOWN'],
    ['a receipt of another kind of event', 'consent', { action: 'receipt', id: '1' }, 'RECEIPT_UNKNOWN'],
    ['restoring what is not frozen', 'account', { action: 'restore' }, 'NOT_FROZEN'],
    ['a staff action from the mini program', 'reconcile', { action: 'queue' }, 'CONSOLE_ONLY'],
    ['a timer from the mini program', 'retention', {}, 'CONSOLE_ONLY'],
  ];

  it.each(cases)('%s', async (_, name, event, code) => {
    await refusedWithoutTrace(async () => {
      expectRefusal(await cloud.invoke(name, event, member.openid), code);
    });
  });

  it('a person inside WeChat is needed for what is personal', async () => {
    await refusedWithoutTrace(async () => {
      expectRefusal(await cloud.invoke('account', { action: 'session' }), 'MINI_PROGRAM_ONLY');
    });
  });

  it('[P58] an identity in the event is not looked at', async () => {
    const stranger = makePerson(cloud);
    const event = { action: 'profile', userInfo: { openId: member.openid } };
    expectRefusal(await cloud.invoke('account', event, stranger.openid), 'NOT_REGISTERED');
  });

  it('[P58] a guest is asked to register first, wherever an account is needed', async () => {
    const guest = makePerson(cloud);
    await refusedWithoutTrace(async () => {
      expectRefusal(await guest.call('account', 'profile'), 'NOT_REGISTERED');
      expectRefusal(
        await guest.call('account', 'deregister', { phone: { kind: 'wechat', code: 'x' } }),
        'NOT_REGISTERED',
      );
      expectRefusal(await guest.choose('locate'), 'NOT_REGISTERED');
      expectRefusal(await guest.call('request', 'submit', { kind: 'copy' }), 'NOT_REGISTERED');
    });
  });

  it("[P58] someone else's request answers exactly as one that does not exist", async () => {
    const other = makePerson(cloud);
    dataOf(await other.register());
    await refusedWithoutTrace(async () => {
      for (const action of ['read', 'cancel', 'acceptFee', 'download']) {
        expectRefusal(await other.call('request', action, { id: requestId }), 'REQUEST_UNKNOWN');
      }
      expectRefusal(
        await other.call('request', 'appeal', { id: requestId, reason: '不服' }),
        'REQUEST_UNKNOWN',
      );
    });
  });

  it('a refused sentence never repeats what was typed', async () => {
    const typed = 'canary\u0007typed';
    const answer = await member.call('account', 'correct', { field: 'address', value: typed });
    expectRefusal(answer, 'INVALID_INPUT');
    expect(JSON.stringify(answer)).not.toContain('canary');
  });
});

describe('registration refuses', () => {
  it('[P01] a number sent by the client instead of a code', async () => {
    const guest = makePerson(cloud);
    await refusedWithoutTrace(async () => {
      const withNumber = { phone: { kind: 'wechat', code: 'x', number: guest.number } };
      expectRefusal(await guest.register(withNumber), 'INVALID_INPUT');
      expectRefusal(await guest.register({ phone: { kind: 'sms', number: guest.number } }), 'INVALID_INPUT');
      expectRefusal(await guest.register({ phone: guest.number }), 'INVALID_INPUT');
      expectRefusal(
        await guest.register({ phone: { kind: 'wechat', code: guest.number } }),
        'PHONE_CODE_INVALID',
      );
    });
  });

  it("[P01] a code that is used, expired, or someone else's", async () => {
    const guest = makePerson(cloud);
    const thief = makePerson(cloud);
    const code = await cloud.phoneCode(guest.openid, guest.number);
    expectRefusal(await thief.register({ phone: { kind: 'wechat', code } }), 'PHONE_CODE_INVALID');
    const late = await cloud.phoneCode(guest.openid, guest.number);
    await cloud.travel(new Date(Date.now() + 5 * 60_000 + 1000));
    expectRefusal(await guest.register({ phone: { kind: 'wechat', code: late } }), 'PHONE_CODE_INVALID');
    await cloud.travel(null);
    const phone = await guest.proof();
    dataOf(await guest.register({ phone }));
    expectRefusal(await guest.call('account', 'deregister', { phone }), 'PHONE_CODE_INVALID');
  });

  it('a stale policy version, before the phone code is spent', async () => {
    const guest = makePerson(cloud);
    const phone = await guest.proof();
    expectRefusal(await guest.register({ phone, policyVersion: '0' }), 'POLICY_STALE');
    dataOf(await guest.register({ phone }));
  });

  it('a phone that another account is bound to', async () => {
    const second = makePerson(cloud);
    const code = await cloud.phoneCode(second.openid, member.number);
    expectRefusal(await second.register({ phone: { kind: 'wechat', code } }), 'PHONE_TAKEN');
    expectGuest(dataOf(await second.call('account', 'session')));
  });

  it("a nickname that WeChat's content check does not pass", async () => {
    const guest = makePerson(cloud);
    expectRefusal(await guest.register({ nickname: '赌博之王' }), 'CONTENT_REFUSED');
  });

  it('[P03] nothing for lack of the optional items', async () => {
    const guest = makePerson(cloud);
    dataOf(
      await guest.call('account', 'register', {
        phone: await guest.proof(),
        policyVersion: await guest.policyVersion(),
        age: 'teen',
      }),
    );
    expect(dataOf(await guest.call('account', 'session'))).toMatchObject({
      status: 'member',
      account: { age: 'teen' },
    });
  });
});

describe('deregistration refuses', () => {
  it('[P58] another phone than the bound one', async () => {
    const code = await cloud.phoneCode(member.openid, '13700000001');
    expectRefusal(
      await member.call('account', 'deregister', { phone: { kind: 'wechat', code } }),
      'PHONE_MISMATCH',
    );
    expect(dataOf(await member.call('account', 'session'))).toMatchObject({ status: 'member' });
  });

  it('[P55] a second time, and every other use, while frozen', async () => {
    const leaver = makePerson(cloud);
    dataOf(await leaver.register());
    dataOf(await leaver.deregister());
    expectRefusal(await leaver.deregister(), 'FROZEN');
    expectRefusal(await leaver.register(), 'FROZEN');
    expectRefusal(await leaver.call('account', 'switchCity', { code: '440300' }), 'FROZEN');
    expectRefusal(await leaver.call('request', 'submit', { kind: 'copy' }), 'FROZEN');
    expectRefusal(await leaver.call('consent', 'history'), 'FROZEN');
  });
});
