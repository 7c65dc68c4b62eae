import { beijingDay } from '../../cloudfunctions/domain/calendar/iso-day';
import type { MessageTemplate } from '../../src/contracts/message-templates';
import { startTestCloud, type Sent, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

let cloud: TestCloud;
let person: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
});
beforeEach(async () => {
  person = makePerson(cloud);
  dataOf(await person.register());
});
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

interface Told {
  id: string;
  template: MessageTemplate;
  title: string;
  text: string;
  page: string;
  requestId: string | null;
  read: boolean;
}
const later = (days: number) => cloud.travel(new Date(Date.now() + days * 24 * 60 * 60_000));
const run = async () => dataOf(await cloud.timer('reconcile'));
const inbox = async (input: object = {}) =>
  dataOf(await person.call('request', 'inbox', input)) as {
    messages: Told[];
    next: string | null;
    unread: number;
  };
const newest = async () => (await inbox()).messages[0];
/** What left for this person, by either way, newest first. */
const left = async (): Promise<Sent[]> =>
  (await cloud.outbox()).filter(({ to }) => [person.openid, person.number].includes(to));
const texted = async () => (await left()).filter(({ kind }) => kind === 'sms').map(({ text }) => text);
const pushed = async () => (await left()).filter(({ kind }) => kind === 'subscribe');

const submit = async (kind: string, more: object = {}) =>
  String(dataOf(await person.call('request', 'submit', { kind, details: '请办理', ...more }))['id']);
const decide = async (row: object) => {
  await cloud.post('/api/staff-decisions', { reviewer: '王审', submit: true, expectedVersion: 1, ...row });
  await run();
};
const letter = () =>
  decide({
    ...{ decision: 'intake', expectedVersion: null, phone: person.number, kind: 'question' },
    ...{ words: '什么时候办好？', receivedOn: '2026-11-02' },
  });

describe('each thing that a person is told lies in the inbox and opens where something can be done', () => {
  const progress = 'pages/privacy/progress/index';

  it('a fee', async () => {
    for (let asked = 0; asked < 3; asked += 1) {
      const requestId = await submit('copy');
      await decide({ requestId, decision: 'approve' });
    }
    const requestId = await submit('copy');
    await decide({ requestId, decision: 'quote', fee: 10, replyText: '第三份' });
    expect(await newest()).toMatchObject({ template: 'request-quoted', page: progress, requestId });
  });

  it('that nobody confirmed in time', async () => {
    await letter();
    await later(40);
    dataOf(await cloud.timer('retention'));
    expect(await newest()).toMatchObject({ template: 'request-lapsed', page: progress });
  });

  it('that recipients have deleted too', async () => {
    const policyVersion = await person.policyVersion();
    dataOf(await person.call('consent', 'share', { recipient: 'visit', granted: true, policyVersion }));
    await run();
    // The longest name of an attempt makes the longest number of a request.
    const requestId = await submit('delete', { details: { field: 'address' }, attempt: 'a'.repeat(64) });
    await decide({ requestId, decision: 'approve' });
    await run();
    // Within one run the answer and its end have the same instant.
    const finished = (await inbox()).messages.find(({ template }) => template === 'request-finished');
    expect(finished).toMatchObject({ page: progress, requestId });
  });

  it('[P49] a letter in one’s name, by SMS as well, without a word of what it asks', async () => {
    await letter();
    await run();
    expect(await newest()).toMatchObject({ template: 'request-to-verify', page: progress });
    const [text, ...more] = await texted();
    expect(more).toEqual([]);
    expect(text).toContain('来信');
    expect(text).not.toMatch(/询问|什么时候/);
  });

  it('[P73] what came of a leak, by SMS as well', async () => {
    const requestId = await submit('leak');
    await decide({ requestId, decision: 'reply', replyText: '已经堵住了' });
    await run();
    expect(await newest()).toMatchObject({ template: 'leak-answered', page: progress, requestId });
    expect(await texted()).toEqual([expect.stringContaining('您举报的泄露有了答复')]);
  });

  it('[P55] that the account is frozen, by SMS while it can still be undone, and how', async () => {
    const { eraseAfter } = dataOf(await person.deregister());
    await run();
    const [text] = await texted();
    // The end of a day in Beijing is the beginning of the next: it is said by the day that ends.
    const lastDay = beijingDay(new Date(Date.parse(String(eraseAfter)) - 1));
    expect(text).toContain(`${lastDay} 24:00 以前可以恢复`);
    expect(text).toContain('恢复账号');
    expectRefusal(await person.call('request', 'inbox'), 'FROZEN');
    dataOf(await person.call('account', 'restore'));
    expect(await newest()).toMatchObject({ template: 'account-frozen', page: 'pages/privacy/frozen/index' });
  });

  it('that staff froze it on the person’s request to delete everything', async () => {
    const requestId = await submit('delete', { details: { field: 'account' } });
    await decide({ requestId, decision: 'approve' });
    await run();
    expect(await texted()).toEqual([expect.stringContaining('恢复账号')]);
  });

  it('[P44] an incident, by SMS as well', async () => {
    const from = new Date(Date.now() - 60_000).toISOString();
    const to = new Date(Date.now() + 60_000).toISOString();
    const breach = { field: 'accounts.nickname', from, to, by: '值班员' };
    dataOf(await cloud.invoke('retention', { action: 'incidentNotify', ...breach }));
    await run();
    expect(await newest()).toMatchObject({ template: 'incident', page: 'pages/privacy/requests/index' });
    expect((await newest())?.text).toContain('昵称');
    expect(await texted()).toEqual([expect.not.stringContaining('昵称')]);
  });
});

describe('the inbox', () => {
  const answered = async (times: number) => {
    for (let each = 0; each < times; each += 1) {
      const requestId = await submit('question');
      await decide({ requestId, decision: 'reply', replyText: '好' });
    }
  };

  it('counts what is unread, one by one or all at once, and remembers nothing twice', async () => {
    await answered(3);
    expect(await inbox()).toMatchObject({ unread: 3, next: null });
    const id = (await newest())?.id;
    expect(dataOf(await person.call('request', 'markRead', { id }))).toEqual({ marked: 1 });
    expect(dataOf(await person.call('request', 'markRead', { id }))).toEqual({ marked: 0 });
    expect((await inbox()).messages.map(({ read }) => read)).toEqual([true, false, false]);
    expect(dataOf(await person.call('request', 'markRead'))).toEqual({ marked: 2 });
    expect(await inbox()).toMatchObject({ unread: 0 });
  });

  it('is the person’s own: nobody reads or marks another’s', async () => {
    await answered(1);
    const id = (await newest())?.id;
    const other = makePerson(cloud);
    dataOf(await other.register());
    expect(dataOf(await other.call('request', 'inbox'))).toEqual({ messages: [], next: null, unread: 0 });
    expect(dataOf(await other.call('request', 'markRead', { id }))).toEqual({ marked: 0 });
    expect(await inbox()).toMatchObject({ unread: 1 });
    expectRefusal(await makePerson(cloud).call('request', 'inbox'), 'NOT_REGISTERED');
  });

  it('costs two database calls, and scans nothing', async () => {
    const before = cloud.cloud.database.stats().scans;
    await inbox();
    expect(cloud.databaseCalls('request')).toBe(2);
    dataOf(await person.call('request', 'markRead'));
    expect(cloud.databaseCalls('request')).toBe(2);
    expect(cloud.cloud.database.stats().scans).toBe(before);
  });
});

describe('WeChat’s message', () => {
  const answer = async (more: object = {}) => {
    const requestId = await submit('question', more);
    await decide({ requestId, decision: 'reply', replyText: '好' });
    await run();
    return requestId;
  };

  it('leaves once for each that was accepted; the rest waits in the inbox', async () => {
    await answer({ notify: false });
    expect(await pushed()).toEqual([]);
    await answer({ notify: true });
    expect(await pushed()).toMatchObject([{ data: { thing1: '您的请求有了答复', phrase2: '已办完' } }]);
    const id = await answer();
    expect(await pushed()).toHaveLength(1);
    expect(await inbox()).toMatchObject({ unread: 3 });
    dataOf(await person.call('request', 'appeal', { id, reason: '没有回答', notify: true }));
    await decide({
      requestId: id,
      expectedVersion: 3,
      decision: 'reply',
      replyText: '补充',
      reviewer: '李审',
    });
    await run();
    expect(await pushed()).toHaveLength(2);
  });

  it('that WeChat refuses is no failure: it is not tried again, and the answer stands', async () => {
    await cloud.post('/wechat/subscription', { openid: person.openid, accepts: false });
    await submit('complaint', { notify: true });
    const id = await answer({ notify: true });
    await cloud.post('/wechat/subscription', { openid: person.openid, accepts: true });
    await answer();
    expect(await pushed()).toEqual([]);
    expect(dataOf(await person.call('request', 'read', { id }))).toMatchObject({ state: 'done' });
    const rows = cloud.rows('messages').filter(({ requestId }) => requestId === id);
    expect(rows).toMatchObject([{ state: 'in-app', push: 'not-subscribed' }]);
  });
});
