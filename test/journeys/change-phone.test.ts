import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { smsProof } from '../make/sms-proof';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

const DAY_MS = 24 * 60 * 60_000;
const later = (ms: number) => cloud.travel(new Date(cloud.cloud.clock.now().getTime() + ms));

it('a phone is not changed to the number that is bound already, and nothing is written', async () => {
  const person = makePerson(cloud);
  dataOf(await person.register());
  const before = JSON.stringify([cloud.rows('accounts'), cloud.rows('ledger'), cloud.rows('logins')]);
  expectRefusal(await person.call('account', 'changePhone', { phone: await person.proof() }), 'PHONE_SAME');
  expect(JSON.stringify([cloud.rows('accounts'), cloud.rows('ledger'), cloud.rows('logins')])).toBe(before);
});

describe('a number that somebody else put in the place of one’s own', () => {
  let person: Person;
  let thief: Person;
  const call = (action: string, input: object = {}) => person.call('account', action, input);
  let subject: unknown;
  const account = () => cloud.rows('accounts').find(({ _id }) => _id === subject) ?? {};
  /** A code to a number of the thief's, asked and read in the person's WeChat account. */
  const proofOf = (number: string) => smsProof(cloud, { ...person, number });
  const bound = async () => {
    const { fields } = dataOf(await call('profile')) as { fields: { field: string; value: string }[] };
    return fields.find(({ field }) => field === 'phone')?.value.slice(-4);
  };

  beforeEach(async () => {
    [person, thief] = [makePerson(cloud), makePerson(cloud)];
    const before = new Set(cloud.rows('accounts').map(({ _id }) => _id));
    dataOf(await person.register());
    subject = cloud.rows('accounts').find(({ _id }) => !before.has(_id))?.['_id'];
    dataOf(await call('changePhone', { phone: await proofOf(thief.number) }));
  });

  it('is told to the number before, which opens the lock within a week and is bound again', async () => {
    dataOf(await cloud.timer('reconcile'));
    const told = (await cloud.outbox()).find(({ kind, to }) => kind === 'sms' && to === person.number);
    expect(told?.text).toContain('换了绑定的号码');
    dataOf(await call('lock'));
    await later(6 * DAY_MS);
    dataOf(await call('unlock', { phone: await proofOf(person.number) }));
    expect(await bound()).toBe(person.number.slice(-4));
    expect(account()).not.toHaveProperty('formerPhone');
    expect(account()).not.toHaveProperty('formerPhoneDigest');
    dataOf(await call('lock'));
    expectRefusal(await call('sendSmsCode', { number: thief.number }), 'PHONE_MISMATCH');
    const chain = cloud.rows('ledger').filter((row) => row['subject'] === subject);
    expect(chain.sort((a, b) => Number(a['seq']) - Number(b['seq'])).map(({ type }) => type)).toEqual([
      'account.registered',
      'account.phone-changed',
      'notice.texted',
      'account.locked',
      'account.phone-changed',
      'account.unlocked',
      'account.locked',
    ]);
  });

  it('does not hide behind a second one: there is none within the week', async () => {
    await later(61_000);
    const before = JSON.stringify(account());
    const another = makePerson(cloud);
    expectRefusal(await call('sendSmsCode', { number: another.number }), 'PHONE_JUST_CHANGED');
    expectRefusal(await call('changePhone', { phone: await another.proof() }), 'PHONE_JUST_CHANGED');
    expect(JSON.stringify(account())).toBe(before);
    dataOf(await call('lock'));
    dataOf(await call('unlock', { phone: await proofOf(person.number) }));
    expect(await bound()).toBe(person.number.slice(-4));
  });

  it('does not erase the account before the way back ends, and the number before is told', async () => {
    const changedAt = cloud.cloud.clock.now().getTime();
    await later(61_000);
    const { eraseAfter } = dataOf(await call('deregister', { phone: await proofOf(thief.number) }));
    expect(Date.parse(String(eraseAfter))).toBeGreaterThanOrEqual(changedAt + 7 * DAY_MS);
    dataOf(await cloud.timer('reconcile'));
    const told = (await cloud.outbox()).filter(({ text }) => text?.includes('点“恢复账号”') === true);
    expect(told.map(({ to }) => to).sort()).toEqual([person.number, thief.number].sort());
    await later(6 * DAY_MS);
    dataOf(await cloud.timer('retention'));
    dataOf(await call('restore'));
    dataOf(await call('lock'));
    dataOf(await call('unlock', { phone: await proofOf(person.number) }));
    expect(await bound()).toBe(person.number.slice(-4));
  });

  it('is the only one after a week, and the one before is forgotten', async () => {
    await later(8 * DAY_MS);
    dataOf(await call('lock'));
    expectRefusal(await call('sendSmsCode', { number: person.number }), 'PHONE_MISMATCH');
    dataOf(await cloud.timer('retention'));
    for (const column of ['formerPhone', 'formerPhoneDigest', 'phoneChangedAt'])
      expect(account()).not.toHaveProperty(column);
    dataOf(await call('unlock', { phone: await proofOf(thief.number) }));
    await later(61_000);
    dataOf(await call('changePhone', { phone: await proofOf(person.number) }));
  });

  it('is not given back where the one before has become somebody else’s', async () => {
    const other = makePerson(cloud);
    dataOf(await smsRegistration(other, person.number));
    dataOf(await call('lock'));
    await later(61_000);
    expectRefusal(await call('unlock', { phone: await proofOf(person.number) }), 'PHONE_TAKEN');
    expect(dataOf(await call('session'))).toEqual({ status: 'locked' });
  });

  async function smsRegistration(other: Person, number: string) {
    return other.register({ phone: await smsProof(cloud, { ...other, number }) });
  }
});
