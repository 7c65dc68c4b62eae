import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { sharingOn } from '../make/recipients';

let cloud: TestCloud;
const { share, newest, heldAt, eventsOf, disclosures } = sharingOn(() => cloud);
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

const AVATAR = `data:image/png;base64,${Buffer.from('a small picture').toString('base64')}`;
const NICKNAME_AND_AVATAR = '6';
const PHONE = '8';
const POSITION = '13';

async function member(): Promise<{ person: Person; subject: string }> {
  const person = makePerson(cloud);
  const before = new Set(cloud.rows('accounts').map(({ _id }) => _id));
  dataOf(await person.register({ avatar: AVATAR }));
  const row = cloud.rows('accounts').find(({ _id }) => !before.has(_id));
  return { person, subject: String(row?.['_id']) };
}
const push = (Event: string, openid: string, more: object = {}) =>
  cloud.post('/wechat/event', { Event, openid, ...more });
const revoke = (openid: string, RevokeInfo: string, more: object = {}) =>
  push('user_authorization_revoke', openid, { RevokeInfo, ...more });
const account = (subject: string) => cloud.rows('accounts').find(({ _id }) => _id === subject) ?? {};
const inbox = async (person: Person) => dataOf(await person.call('request', 'inbox'));

describe('what a person takes back inside WeChat', () => {
  it('[P53] goes here too, as by the person’s own hand, with its proof, and the person is told', async () => {
    const { person, subject } = await member();
    expect(await revoke(person.openid, NICKNAME_AND_AVATAR)).toEqual({ status: 200, body: 'success' });
    const row = account(subject);
    expect([row['nickname'], row['avatar']]).toEqual([undefined, undefined]);
    expect(row).toHaveProperty('address');
    expect(eventsOf(subject)).toEqual([
      'account.registered',
      'authorization.revoked',
      'account.corrected',
      'account.corrected',
    ]);
    expect(await inbox(person)).toMatchObject({
      messages: [{ template: 'authorization-revoked', read: false }],
      unread: 1,
    });
  });

  it.each([
    ['19', 'nickname', 'avatar'],
    ['20', 'avatar', 'nickname'],
  ])('of number %s takes the %s and leaves the %s', async (info, gone, left) => {
    const { person, subject } = await member();
    await revoke(person.openid, info);
    expect(account(subject)).not.toHaveProperty(gone);
    expect(account(subject)).toHaveProperty(left);
  });

  it('[P51] is asked back of whoever was sent it', async () => {
    const { person, subject } = await member();
    dataOf(await share(person, 'visit'));
    dataOf(await cloud.timer('reconcile'));
    const { reference } = newest('visit');
    expect(JSON.stringify(await heldAt('visit', reference))).toContain(person.nickname);
    await revoke(person.openid, NICKNAME_AND_AVATAR);
    const asked = disclosures().filter((row) => row.subject === subject && row.kind === 'deletion');
    expect(asked).toMatchObject([{ to: 'visit', fields: ['accounts.nickname'], state: 'waiting' }]);
    dataOf(await cloud.timer('reconcile'));
    expect(JSON.stringify(await heldAt('visit', reference))).not.toContain(person.nickname);
  });

  it('that the account cannot do without stays, and the chain says so', async () => {
    const { person, subject } = await member();
    await revoke(person.openid, PHONE);
    expect(account(subject)).toHaveProperty('phone');
    expect(eventsOf(subject)).toEqual(['account.registered', 'authorization.revoked']);
    expect(await inbox(person)).toMatchObject({ unread: 1 });
  });

  it('[P54] of the position ends the consent to locating, as the switch would', async () => {
    const { person, subject } = await member();
    dataOf(await person.choose('locate'));
    await revoke(person.openid, POSITION);
    const { items } = dataOf(await person.call('consent', 'current')) as { items: object[] };
    expect(items).toContainEqual(expect.objectContaining({ purpose: 'locate', granted: false }));
    expect(eventsOf(subject).slice(-2)).toEqual(['authorization.revoked', 'consent.withdrawn']);
  });

  it('of which we hold nothing is proven and changes nothing', async () => {
    const { person, subject } = await member();
    const { chain: _, ...before } = account(subject);
    for (const info of ['1', '13', '16', '999', '']) await revoke(person.openid, info, { CreateTime: 1 });
    const { chain: __, ...after } = account(subject);
    expect(after).toEqual(before);
    expect(eventsOf(subject).filter((type) => type === 'authorization.revoked')).toHaveLength(5);
  });

  it('is done once, however often and however crowded WeChat pushes it', async () => {
    const { person, subject } = await member();
    const at = { CreateTime: 1_780_000_000 };
    await Promise.all(Array.from({ length: 8 }, () => revoke(person.openid, NICKNAME_AND_AVATAR, at)));
    const done = eventsOf(subject);
    expect(done.filter((type) => type === 'authorization.revoked')).toHaveLength(1);
    // What the person fills in afterwards is their own choice, and no late push takes it.
    const value = '又填的昵称';
    dataOf(await person.call('account', 'correct', { field: 'nickname', value }));
    await revoke(person.openid, NICKNAME_AND_AVATAR, at);
    expect(account(subject)).toHaveProperty('nickname');
    await revoke(person.openid, NICKNAME_AND_AVATAR, { CreateTime: at.CreateTime + 60 });
    expect(account(subject)).not.toHaveProperty('nickname');
  });

  it('is whole or not there when the function dies at any database call, and is pushed again', async () => {
    for (let at = 1; ; at += 1) {
      const { person, subject } = await member();
      const event = { CreateTime: 1_780_000_000 };
      await cloud.post('/faults', { function: 'wechat-events', at, do: 'kill', when: 'after' });
      await revoke(person.openid, NICKNAME_AND_AVATAR, event);
      const wasStruck = cloud.cloud.faults.list().length === 0;
      cloud.cloud.faults.clear();
      await revoke(person.openid, NICKNAME_AND_AVATAR, event);
      expect(account(subject)).not.toHaveProperty('nickname');
      expect(eventsOf(subject).filter((type) => type === 'authorization.revoked')).toHaveLength(1);
      if (!wasStruck) break;
    }
  }, 60_000);

  it('of a frozen account goes as well, and of a guest nothing is written', async () => {
    const { person, subject } = await member();
    dataOf(await person.deregister());
    await revoke(person.openid, NICKNAME_AND_AVATAR);
    expect(account(subject)).not.toHaveProperty('nickname');
    const before = cloud.rows('messages');
    expect(await revoke('oNobody', NICKNAME_AND_AVATAR)).toEqual({ status: 200, body: 'success' });
    expect(cloud.rows('messages')).toEqual(before);
    expect(cloud.rows('messages').filter(({ _id }) => String(_id).includes('oNobody'))).toEqual([]);
  });
});

describe('a WeChat account that is gone', () => {
  it('takes everything with it that came from WeChat and may go', async () => {
    const { person, subject } = await member();
    expect(await push('user_authorization_cancellation', person.openid)).toMatchObject({ body: 'success' });
    const row = account(subject);
    expect(Object.keys(row)).toEqual(expect.arrayContaining(['openid', 'phone', 'address', 'wechatId']));
    expect([row['nickname'], row['avatar']]).toEqual([undefined, undefined]);
    expect(eventsOf(subject)).toEqual([
      'account.registered',
      'authorization.cancelled',
      'account.corrected',
      'account.corrected',
    ]);
  });
});

describe('nobody else speaks for WeChat', () => {
  it('a person inside the mini program is refused, whomever they name', async () => {
    const { person: victim, subject } = await member();
    const attacker = makePerson(cloud);
    const event = {
      Event: 'user_authorization_cancellation',
      MsgType: 'event',
      CreateTime: 1,
      OpenID: victim.openid,
      FromUserName: victim.openid,
      userInfo: { openId: victim.openid },
    };
    for (const openid of [attacker.openid, victim.openid])
      expectRefusal(await cloud.invoke('wechat-events', event, openid), 'CONSOLE_ONLY');
    expect(account(subject)).toHaveProperty('nickname');
  });

  it.each([
    ['another event', { Event: 'user_info_modified' }],
    ['an event without a person', { Event: 'user_authorization_cancellation', OpenID: '' }],
    ['operators in place of a person', { Event: 'user_authorization_cancellation', OpenID: { $ne: null } }],
    ['no time', { Event: 'user_authorization_cancellation', CreateTime: 'now' }],
  ])('%s is received and nothing is done', async (_, event) => {
    const before = [cloud.rows('accounts'), cloud.rows('ledger')];
    expect(await cloud.post('/wechat/event', event)).toEqual({ status: 200, body: 'success' });
    expect([cloud.rows('accounts'), cloud.rows('ledger')]).toEqual(before);
  });
});
