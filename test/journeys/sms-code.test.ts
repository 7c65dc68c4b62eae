import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

const later = (ms: number) => cloud.travel(new Date(cloud.cloud.clock.now().getTime() + ms));

/** Asks for a code and reads it off the phone. */
async function codeFor(person: Person): Promise<string> {
  dataOf(await person.call('account', 'sendSmsCode', { number: person.number }));
  const [message] = await cloud.outbox();
  expect(message).toMatchObject({ kind: 'sms' });
  return /\d{6}/.exec(JSON.stringify(message?.text ?? message?.data))?.[0] ?? '';
}

const registerWith = (person: Person, code: string) =>
  person.register({ phone: { kind: 'sms', number: person.number, code } });
const otherThan = (code: string) => (code === '000000' ? '000001' : '000000');

describe('[P02] a phone proven by SMS', () => {
  it('registers with the code that was sent', async () => {
    const person = makePerson(cloud);
    dataOf(await registerWith(person, await codeFor(person)));
    expect(dataOf(await person.call('account', 'session'))).toMatchObject({ status: 'member' });
  });

  it('works once', async () => {
    const person = makePerson(cloud);
    const code = await codeFor(person);
    dataOf(await registerWith(person, code));
    const leave = { phone: { kind: 'sms', number: person.number, code } };
    expectRefusal(await person.call('account', 'deregister', leave), 'SMS_CODE_EXPIRED');
  });

  it('locks at the third wrong try, and then refuses even the right code', async () => {
    const person = makePerson(cloud);
    const code = await codeFor(person);
    expectRefusal(await registerWith(person, otherThan(code)), 'SMS_CODE_WRONG');
    expectRefusal(await registerWith(person, otherThan(code)), 'SMS_CODE_WRONG');
    expectRefusal(await registerWith(person, otherThan(code)), 'SMS_LOCKED');
    expectRefusal(await registerWith(person, code), 'SMS_LOCKED');
  });

  it('counts tries that come all at once', async () => {
    const person = makePerson(cloud);
    const code = await codeFor(person);
    const guesses = Array.from({ length: 6 }, () => registerWith(person, otherThan(code)));
    const codes = (await Promise.all(guesses)).map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort();
    expect(codes).toEqual(['SMS_CODE_WRONG', 'SMS_CODE_WRONG', ...Array<string>(4).fill('SMS_LOCKED')]);
    expectRefusal(await registerWith(person, code), 'SMS_LOCKED');
  });

  it('ends after ten minutes', async () => {
    const person = makePerson(cloud);
    const code = await codeFor(person);
    await later(10 * 60_000);
    expectRefusal(await registerWith(person, code), 'SMS_CODE_EXPIRED');
  });

  it('cannot be used from another WeChat', async () => {
    const person = makePerson(cloud);
    const thief = makePerson(cloud);
    const code = await codeFor(person);
    expectRefusal(
      await thief.register({ phone: { kind: 'sms', number: person.number, code } }),
      'SMS_CODE_EXPIRED',
    );
  });

  it('is sent at most once a minute and five times an hour', async () => {
    const person = makePerson(cloud);
    for (let sent = 0; sent < 5; sent += 1) {
      await codeFor(person);
      expectRefusal(await person.call('account', 'sendSmsCode', { number: person.number }), 'SMS_TOO_OFTEN');
      await later(61_000);
    }
    expectRefusal(await person.call('account', 'sendSmsCode', { number: person.number }), 'SMS_TOO_OFTEN');
    await later(60 * 60_000);
    await codeFor(person);
  });

  it('lets one WeChat user try only a few numbers an hour', async () => {
    const person = makePerson(cloud);
    for (let tried = 0; tried < 5; tried += 1) {
      dataOf(await person.call('account', 'sendSmsCode', { number: `1380000000${String(tried)}` }));
    }
    expectRefusal(await person.call('account', 'sendSmsCode', { number: '13800000009' }), 'SMS_TOO_OFTEN');
  });

  it('keeps to that when the calls come at once', async () => {
    const person = makePerson(cloud);
    const numbers = Array.from({ length: 12 }, (_, index) => `1370000${String(index).padStart(4, '0')}`);
    const before = (await cloud.outbox()).length;
    await Promise.all(numbers.map((number) => person.call('account', 'sendSmsCode', { number })));
    expect((await cloud.outbox()).length - before).toBeLessThanOrEqual(5);
  });

  it('of a member is not disturbed by strangers who know the number, nor are its five an hour theirs', async () => {
    const person = makePerson(cloud);
    dataOf(await person.register());
    const code = await codeFor(person);
    for (let asked = 0; asked < 5; asked += 1) {
      dataOf(await makePerson(cloud).call('account', 'sendSmsCode', { number: person.number }));
      await later(61_000);
    }
    expectRefusal(
      await makePerson(cloud).call('account', 'sendSmsCode', { number: person.number }),
      'SMS_TOO_OFTEN',
    );
    dataOf(await person.call('account', 'lock'));
    const phone = { kind: 'sms', number: person.number, code } as const;
    dataOf(await person.call('account', 'unlock', { phone }));
    dataOf(await person.call('account', 'lock'));
    const next = { kind: 'sms', number: person.number, code: await codeFor(person) } as const;
    dataOf(await person.call('account', 'unlock', { phone: next }));
  });

  it('is not sent to someone who is leaving', async () => {
    const person = makePerson(cloud);
    dataOf(await person.register());
    dataOf(await person.deregister());
    expectRefusal(await person.call('account', 'sendSmsCode', { number: person.number }), 'FROZEN');
  });

  it('lies in the database as a keyed digest only, and is gone a day later', async () => {
    const person = makePerson(cloud);
    const code = await codeFor(person);
    const stored = JSON.stringify(cloud.rows('sms_codes'));
    expect(stored).not.toContain(person.number);
    expect(stored).not.toContain(`"${code}"`);
    // Codes of the tests before were sent up to two hours later than now.
    await later(28 * 60 * 60_000);
    await cloud.timer('retention');
    expect(cloud.rows('sms_codes')).toEqual([]);
  });
});
