import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { staffDesk } from '../make/staff-desk';

let cloud: TestCloud;
let desk: ReturnType<typeof staffDesk>;
let person: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  desk = staffDesk(cloud);
  person = makePerson(cloud);
  dataOf(await person.register());
  await cloud.travel('2026-03-02T10:00:00+08:00');
});
afterAll(() => cloud.stop());

const words = '来信金丝雀：请把我的地址改一下';
const letter = (more: object = {}) => ({ phone: person.number, receivedOn: '2026-03-02', words, ...more });
const read = async (id: string) => dataOf(await person.call('request', 'read', { id }));

describe('[P49] a request that came by letter', () => {
  it('waits, without a clock of anybody’s, for its person to say that it is theirs', async () => {
    const row = await desk.record(letter());
    expect(row).toMatchObject({ result: 'applied' });
    const id = String(row['requestId']);
    expect(await read(id)).toMatchObject({
      state: 'submitted',
      channel: 'email',
      overdue: false,
      details: words,
      allowed: ['verify', 'cancel'],
    });
    expect(await desk.queue()).toEqual([]);
    // Nobody acts on it before (P58).
    const early = await desk.decide({ requestId: id, decision: 'reply', replyText: '好' });
    expect(early).toMatchObject({ result: 'rejected' });
    await cloud.travel('2026-03-04T10:00:00+08:00');
    dataOf(await person.call('request', 'verify', { id }));
    expect(await read(id)).toMatchObject({ state: 'verified', dueOn: '2026-03-19' });
    expect(await desk.queue()).toMatchObject([{ id, channel: 'email', kind: 'question' }]);
    expect(dataOf(await person.call('request', 'verify', { id }))).toEqual({ id, state: 'verified' });
  });

  it('leaves neither the number nor the words in the row that recorded it', async () => {
    expect(cloud.filesHolding(words)).toEqual([]);
    const [row] = cloud.rows('staff_decisions');
    expect(row).not.toHaveProperty('phone');
    expect(row).not.toHaveProperty('words');
    const refused = await desk.record(letter({ phone: '13912345678' }));
    expect(refused).toMatchObject({ result: 'rejected' });
    expect(refused).not.toHaveProperty('phone');
  });

  it('is somebody else’s to nobody', async () => {
    const other = makePerson(cloud);
    dataOf(await other.register());
    const { requestId: id } = await desk.record(letter());
    expectRefusal(await other.call('request', 'verify', { id }), 'REQUEST_UNKNOWN');
    dataOf(await person.call('request', 'cancel', { id }));
  });

  it.each([
    ['from a day that has not come', { receivedOn: '2026-03-30' }, '收信日'],
    ['with a number that is none', { phone: '12' }, '来信人的手机号'],
    ['of a kind that does not exist', { kind: 'gossip' }, '请求类型'],
    ['with a column of a decision', { replyText: '好' }, '答复'],
    ['for a number without an account', { phone: '13900009999' }, '没有用这个手机号注册的账号'],
  ])('%s is not recorded, and the sentence says what to do', async (_, more, said) => {
    const before = cloud.rows('requests').length;
    const row = await desk.record(letter(more));
    expect(row).toMatchObject({ result: 'rejected' });
    expect(String(row['resultMessage'])).toContain(said);
    expect(cloud.rows('requests')).toHaveLength(before);
  });

  it('ends by itself when nobody claims it for a month, and the person is told', async () => {
    const { requestId: id } = await desk.record(letter());
    await cloud.travel('2026-04-20T10:00:00+08:00');
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ lapsed: 1, failed: [] });
    expect(await read(String(id))).toMatchObject({ state: 'cancelled', allowed: [] });
    const told = cloud.rows('messages').filter(({ template }) => template === 'request-lapsed');
    expect(told).toHaveLength(1);
  });
});
