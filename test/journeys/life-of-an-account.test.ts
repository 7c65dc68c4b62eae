import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectGuest, expectRefusal } from '../make/expect-answer';
import { canariesOf, makePerson, type Person } from '../make/person';

let cloud: TestCloud;
let person: Person;

beforeAll(async () => {
  cloud = await startTestCloud();
  person = makePerson(cloud);
});
afterAll(() => cloud.stop());

const everything = () => cloud.cloud.database.collections().map(({ name }) => [name, cloud.rows(name)]);
const session = async () => dataOf(await person.call('account', 'session'));
const staffRow = (row: object) =>
  cloud.post('/api/staff-decisions', { reviewer: '王审', submit: true, ...row });

describe('the life of an account, through the doors alone', () => {
  let requestId = '';
  let eraseAfter = '';

  it('[P04] lets a guest look around and writes nothing', async () => {
    const before = everything();
    expectGuest(await session());
    dataOf(await person.call('policy', 'current'));
    dataOf(await person.call('policy', 'versions'));
    expectRefusal(await person.call('account', 'profile'), 'NOT_REGISTERED');
    expect(everything()).toEqual(before);
  });

  it('[P01] registers with a WeChat phone, and the same code a second time is refused', async () => {
    const phone = await person.proof();
    dataOf(await person.register({ phone }));
    expect(await session()).toMatchObject({ status: 'member' });
    expectRefusal(await person.register({ phone }), 'ALREADY_REGISTERED');
    const other = makePerson(cloud);
    expectRefusal(await other.register({ phone }), 'PHONE_CODE_INVALID');
  });

  it('[P45] shows at once what is held, the phone masked', async () => {
    const { fields } = dataOf(await person.call('account', 'profile')) as {
      fields: { field: string; value: string }[];
    };
    const values = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
    expect(values).toMatchObject({ nickname: person.nickname, address: person.address });
    expect(values['phone']).toBe(`139****${person.number.slice(-4)}`);
  });

  it('[P08] begins with every consent off, [P54] and keeps the history after a withdrawal', async () => {
    const { items } = dataOf(await person.call('consent', 'current')) as {
      items: { purpose: string; granted: boolean }[];
    };
    expect(items.length).toBeGreaterThan(2);
    expect(items.filter(({ granted }) => granted)).toEqual([]);
    for (const granted of [true, false]) {
      dataOf(await person.choose('locate', granted));
    }
    const { events } = dataOf(await person.call('consent', 'history')) as {
      events: { type: string; id: string }[];
    };
    expect(events.map(({ type }) => type)).toEqual(['consent.withdrawn', 'consent.granted']);
    const { items: after } = dataOf(await person.call('consent', 'current')) as {
      items: { granted: boolean }[];
    };
    expect(after.some(({ granted }) => granted)).toBe(false);
  });

  it('[P12] switches the city by its code', async () => {
    expect(dataOf(await person.call('account', 'switchCity', { code: '440300' }))).toEqual({
      city: '440300',
    });
    expect(await session()).toMatchObject({ account: { city: '440300' } });
  });

  it('[P59] takes a request and says by which working day it is answered', async () => {
    const details = `请给我副本 ${person.reason}`;
    const submitted = dataOf(await person.call('request', 'submit', { kind: 'copy', details, notify: true }));
    requestId = String(submitted['id']);
    expect(submitted).toMatchObject({ kind: 'copy', daysLeft: 15, overdue: false });
    const { requests } = dataOf(await person.call('request', 'mine')) as { requests: unknown[] };
    expect(requests).toHaveLength(1);
  });

  it('answers a bad staff row with a sentence and changes nothing', async () => {
    await cloud.timer('reconcile');
    const before = cloud.rows('requests');
    await staffRow({ requestId, expectedVersion: 7, decision: 'approve' });
    await staffRow({ requestId, expectedVersion: 1, decision: 'quash' });
    await staffRow({ requestId, expectedVersion: 1, decision: 'refuse', replyText: '不行' });
    await cloud.timer('reconcile');
    const messages = cloud
      .rows('staff_decisions')
      .map(({ result, resultMessage }) => [result, String(resultMessage).slice(0, 5)]);
    expect(messages).toEqual(Array(3).fill(['rejected', '没有生效：']));
    expect(cloud.rows('requests')).toEqual(before);
    expect(await cloud.outbox()).toEqual([]);
  });

  it('[P47] completes the request on a good row, tells the person, and hands the copy over', async () => {
    await staffRow({
      requestId,
      expectedVersion: 1,
      decision: 'approve',
      replyText: `好的，${person.nickname}`,
    });
    await cloud.timer('reconcile');
    const read = dataOf(await person.call('request', 'read', { id: requestId }));
    expect(read).toMatchObject({ state: 'done', reply: `好的，${person.nickname}`, allowed: ['download'] });
    expect((await cloud.outbox())[0]).toMatchObject({ to: person.openid, kind: 'subscribe' });
    const copy = dataOf(await person.call('request', 'download', { id: requestId }));
    expect(Buffer.from(String(copy['base64']), 'base64').subarray(0, 2).toString()).toBe('PK');
    const applied = cloud.rows('staff_decisions').find(({ result }) => result === 'applied');
    expect(applied).not.toHaveProperty('replyText');
  });

  it('[P38] holds nothing that was typed in clear, in the database or on the disk', () => {
    for (const canary of canariesOf(person)) expect(cloud.filesHolding(canary)).toEqual([]);
  });

  it('[P55] freezes at once on deregistering, [P35] answers nothing but restore and export, and restores', async () => {
    eraseAfter = String(dataOf(await person.deregister())['eraseAfter']);
    expect(await session()).toMatchObject({ status: 'frozen', account: { eraseAfter } });
    expectRefusal(await person.call('account', 'profile'), 'FROZEN');
    expectRefusal(await person.call('consent', 'current'), 'FROZEN');
    expectRefusal(await person.call('request', 'mine'), 'FROZEN');
    dataOf(await person.call('account', 'export'));
    dataOf(await person.call('account', 'restore'));
    expect(await session()).toMatchObject({ status: 'member', account: { eraseAfter: null } });
  });

  it('[P57] erases after the cooling-off, and not a byte of the person is left', async () => {
    eraseAfter = String(dataOf(await person.deregister())['eraseAfter']);
    await cloud.timer('retention');
    expect(await session()).toMatchObject({ status: 'frozen' });
    await cloud.travel(new Date(Date.parse(eraseAfter) + 1000));
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ erased: 1 });
    expectGuest(await session());
    for (const canary of canariesOf(person)) expect(cloud.filesHolding(canary)).toEqual([]);
    expect(cloud.rows('certificates')).toHaveLength(1);
  });

  it('knows nothing of the past when the person registers anew', async () => {
    dataOf(await person.register());
    expect(dataOf(await person.call('consent', 'history'))).toEqual({ events: [], next: null });
    expect(dataOf(await person.call('request', 'mine'))).toEqual({ requests: [], next: null });
    expect(await session()).toMatchObject({ account: { city: null } });
  });
});
