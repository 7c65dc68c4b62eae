import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

const STAFF = JSON.stringify({ 王审: 'reviewer', 李审: 'second', 陈主管: 'supervisor' });
type Row = Readonly<Record<string, unknown>>;

let cloud: TestCloud;
let person: Person;
/** Requests by what they are: one of each kind that the rows speak of, and some that are not to be decided. */
const ids: Record<string, string> = {};
let frozen: Person;

const submit = async (who: Person, kind: string, details?: unknown) => {
  const asked = { kind, ...(details !== undefined && { details }) };
  return String(dataOf(await who.call('request', 'submit', asked))['id']);
};
/** Posts a row as the console does, lets the timer judge it, and answers it. */
async function file(row: Row): Promise<Row> {
  const { body } = await cloud.post('/api/staff-decisions', row);
  const [id] = (body as { insertedIds: string[] }).insertedIds;
  dataOf(await cloud.timer('reconcile'));
  return cloud.rows('staff_decisions').find(({ _id }) => _id === id) ?? {};
}
const versionOf = (id: string | undefined) =>
  cloud.rows('requests').find(({ _id }) => _id === id)?.['version'] as number;
/** Everything but the rows themselves. */
const everything = () =>
  cloud.cloud.database
    .collections()
    .filter(({ name }) => name !== 'staff_decisions')
    .map(({ name }) => [name, cloud.rows(name)]);

beforeAll(async () => {
  cloud = await startTestCloud({ STAFF });
  person = makePerson(cloud);
  frozen = makePerson(cloud);
  const other = makePerson(cloud);
  for (const one of [person, frozen, other]) dataOf(await one.register());
  ids['copy'] = await submit(person, 'copy');
  ids['access'] = await submit(person, 'access', '有哪些');
  ids['question'] = await submit(person, 'question', '请问');
  ids['delete'] = await submit(person, 'delete', { field: 'address' });
  ids['others'] = await submit(other, 'copy');
  ids['frozen'] = await submit(frozen, 'question', '请问');
  dataOf(await frozen.deregister());
  ids['closed'] = await submit(person, 'question', '请问');
  ids['seconding'] = await submit(person, 'complaint', '请看');
  const rows = [
    { requestId: ids['closed'], decision: 'reply', replyText: '好的', reviewer: '王审' },
    {
      requestId: ids['seconding'],
      decision: 'refuse',
      reasonCode: 'malice',
      replyText: '不行',
      reviewer: '李审',
    },
  ];
  for (const row of rows)
    expect(await file({ expectedVersion: 1, submit: true, ...row })).toMatchObject({ result: 'applied' });
}, 60_000);
afterAll(() => cloud.stop());

/** What a row says, filled well but for what it tries: about which request, and with what. */
interface Bad {
  about?: string;
  row: Row;
  /** What the sentence must name: the column, and what to do. */
  says: readonly string[];
}
const refused = { decision: 'refuse', reasonCode: 'repetitive', replyText: '刚给过' };
const reply = { about: 'question', decision: 'reply' };
const again = '新建一行';

const decisions: Readonly<Record<string, Bad>> = {
  'without a request': { row: { requestId: '', decision: 'approve' }, says: ['请求编号', '待办列表', again] },
  'about a request that does not exist': {
    row: { requestId: '01NOSUCH', decision: 'approve' },
    says: ['请求编号', again],
  },
  'about an object': { row: { requestId: { ne: 'x' }, decision: 'approve' }, says: ['请求编号', again] },
  'about somebody who is leaving': {
    about: 'frozen',
    row: { ...reply, replyText: '好' },
    says: ['正在注销'],
  },
  'about a request that is closed': {
    about: 'closed',
    row: { ...reply, replyText: '再答' },
    says: ['已经结束', '不用再决定'],
  },
  'of an old version': { row: { decision: 'approve', expectedVersion: 7 }, says: ['第 1 版', again] },
  'of version 0': { row: { decision: 'approve', expectedVersion: 0 }, says: ['看到的版本', again] },
  'of a version in text': {
    row: { decision: 'approve', expectedVersion: '1' },
    says: ['看到的版本', '数字', again],
  },
  'without a decision': { row: {}, says: ['决定', again] },
  'with a decision in Chinese': { row: { decision: '同意' }, says: ['决定', again] },
  'with a list of decisions': { row: { decision: ['approve', 'refuse'] }, says: ['决定', again] },
  'with a decision that the kind does not know': {
    row: { decision: 'partly', reasonCode: 'repetitive', replyText: '一半' },
    says: ['部分同意', '可以选“同意”'],
  },
  'refusing without a reason': { row: { decision: 'refuse', replyText: '不行' }, says: ['理由'] },
  'refusing by a reason of its own': { row: { ...refused, reasonCode: 'because' }, says: ['理由', again] },
  'refusing without a word': { row: { decision: 'refuse', reasonCode: 'repetitive' }, says: ['答复'] },
  'refusing a look without another way': { about: 'access', row: refused, says: ['其他办法'] },
  'approving with a reason': { row: { decision: 'approve', reasonCode: 'malice' }, says: ['理由', again] },
  'replying with another way': {
    about: 'question',
    row: { ...reply, replyText: '好', alternative: '来电' },
    says: ['其他办法', again],
  },
  'replying with a fee': {
    about: 'question',
    row: { ...reply, replyText: '好', fee: 5 },
    says: ['费用', again],
  },
  'with a reply of 100,000 characters': {
    about: 'question',
    row: { ...reply, replyText: '长'.repeat(100_000) },
    says: ['答复', '2000', again],
  },
  'with a control character in the reply': {
    about: 'question',
    row: { ...reply, replyText: '好\u0000的' },
    says: ['答复', again],
  },
  'with a reply that runs backwards': {
    about: 'question',
    row: { ...reply, replyText: '好\u202e的' },
    says: ['答复', again],
  },
  'with a reply of blanks': {
    about: 'question',
    row: { ...reply, replyText: ' \n ' },
    says: ['答复', again],
  },
  'with a fee of 0': { row: { decision: 'quote', replyText: '要钱', fee: 0 }, says: ['费用', '0.01', again] },
  'with a fee below 0': { row: { decision: 'quote', replyText: '要钱', fee: -5 }, says: ['费用', again] },
  'with a fee that is no number': {
    row: { decision: 'quote', replyText: '要钱', fee: { $numberDouble: 'NaN' } },
    says: ['费用', again],
  },
  'with a fee of three decimals': {
    row: { decision: 'quote', replyText: '要钱', fee: 1.005 },
    says: ['费用', '两位小数', again],
  },
  'with a fee in text': {
    row: { decision: 'quote', replyText: '要钱', fee: '12 元' },
    says: ['费用', '数字', again],
  },
  'with a fee beyond all measure': {
    row: { decision: 'quote', replyText: '要钱', fee: 1001 },
    says: ['费用', '1000', again],
  },
  'with a fee for what is still free': {
    row: { decision: 'quote', replyText: '要钱', fee: 5 },
    says: ['不能收费', '直接办理'],
  },
  'deleting items that there are not': {
    about: 'delete',
    row: { decision: 'approve', items: 'address、passport' },
    says: ['项目', '代码'],
  },
  'deleting items by their Chinese names': {
    about: 'delete',
    row: { decision: 'approve', items: '地址' },
    says: ['删除哪些项目', '代码', again],
  },
  'deleting a part without saying which': {
    about: 'delete',
    row: { ...refused, decision: 'partly' },
    says: ['项目'],
  },
  'with items where nothing is deleted': {
    row: { decision: 'approve', items: 'address' },
    says: ['删除哪些项目', '空着'],
  },
  'calling it a duplicate of nothing': { row: { decision: 'duplicate' }, says: ['重复', '编号'] },
  'calling it a duplicate of itself': {
    row: { decision: 'duplicate', duplicateOf: 'copy' },
    says: ['另一个请求', '编号'],
  },
  'calling it a duplicate of another person’s': {
    row: { decision: 'duplicate', duplicateOf: 'others' },
    says: ['同一个人', '编号'],
  },
  'calling it a duplicate of a number that nobody has': {
    row: { decision: 'duplicate', duplicateOf: '01NOSUCH' },
    says: ['同一个人', '编号'],
  },
  'without a name': { row: { decision: 'approve', reviewer: '' }, says: ['经办人', again] },
  'with a name that nobody knows': {
    row: { decision: 'approve', reviewer: '路人' },
    says: ['经办人名单', '管理员'],
  },
  'by the supervisor': { row: { decision: 'approve', reviewer: '陈主管' }, says: ['主管', '转给'] },
  'endorsing as a reviewer': { about: 'seconding', row: { decision: 'endorse' }, says: ['经办人', '转给'] },
  'endorsing one’s own proposal': {
    about: 'seconding',
    row: { decision: 'endorse', reviewer: '李审' },
    says: ['另一位复核人'],
  },
  'endorsing what nobody proposed': {
    row: { decision: 'endorse', reviewer: '李审' },
    says: ['复核同意', '可以选“同意”'],
  },
  'deciding what waits for a second person': {
    about: 'seconding',
    row: { ...reply, replyText: '好' },
    says: ['可以选“复核同意”、“复核退回”'],
  },
  'with a column that is not declared': {
    row: { decision: 'approve', openid: 'x' },
    says: ['不认识的列“openid”', again],
  },
  'with a column that cannot be shown': {
    row: { decision: 'approve', '\u202e列': 'x' },
    says: ['不认识的列', again],
  },
  'with a column of a letter': {
    row: { decision: 'approve', phone: '13800138000' },
    says: ['来信人的手机号', '空着'],
  },
  'submitted in words': { row: { decision: 'approve', submit: 'true' }, says: ['提交', again] },
};

const letter = {
  decision: 'intake',
  kind: 'question',
  words: '请问怎么改地址',
  receivedOn: '2026-03-02',
  reviewer: '王审',
};
const letters: Readonly<Record<string, Bad>> = {
  'from a phone that is none': { row: { phone: '12345' }, says: ['来信人的手机号', '11 位', again] },
  'from a phone that is a number': { row: { phone: 13800138000 }, says: ['来信人的手机号', again] },
  'from a phone that nobody bound': {
    row: { phone: '13000000000' },
    says: ['没有用这个手机号注册的账号', '回信'],
  },
  'from somebody who is leaving': { row: { phone: 'frozen' }, says: ['正在注销', '回信'] },
  'that came tomorrow': { row: { receivedOn: '2999-01-01' }, says: ['收信日', '今天', again] },
  'of a day that there is not': { row: { receivedOn: '2026-02-30' }, says: ['收信日', '2026-03-02', again] },
  'of an unknown kind': { row: { kind: 'invoice' }, says: ['请求类型', again] },
  'without a word': { row: { words: '' }, says: ['来信内容', again] },
  'of 100,000 characters': { row: { words: '长'.repeat(100_000) }, says: ['来信内容', '2000', again] },
  'with the number of a request': { row: { requestId: 'copy' }, says: ['请求编号', '空着'] },
  'with a reply': { row: { replyText: '好的' }, says: ['答复', '空着'] },
  'with a column that is not declared': { row: { email: 'a@b.c' }, says: ['不认识的列“email”', again] },
  'by the supervisor': { row: { reviewer: '陈主管' }, says: ['主管', '转给'] },
  'by a name that nobody knows': { row: { reviewer: '路人' }, says: ['经办人名单', '管理员'] },
};

/** Names of requests and people in a row stand for their numbers, which only the run knows. */
const told = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (column === 'phone' && value === 'frozen') return [column, frozen.number];
      const isNumber = column === 'requestId' || column === 'duplicateOf';
      return [column, isNumber && typeof value === 'string' ? (ids[value] ?? value) : value];
    }),
  );

async function expectSentence(row: Row, says: readonly string[]): Promise<void> {
  const before = everything();
  const judged = await file(row);
  expect(judged).toMatchObject({ result: 'rejected', processedAt: expect.any(String) as string });
  const sentence = String(judged['resultMessage']);
  // One sentence of plain Chinese, without a code or a value that was typed.
  expect(sentence).toMatch(/^没有(生效|登记)：[^\n]*。$/);
  expect(sentence.length).toBeLessThanOrEqual(200);
  for (const part of says) expect(sentence).toContain(part);
  expect(everything()).toEqual(before);
}

describe('a bad row of staff gets its sentence and changes nothing', () => {
  it.each(Object.keys(decisions))('%s', async (title) => {
    const { about = 'copy', row, says } = decisions[title] as Bad;
    const { about: _, ...filled } = row;
    const requestId = ids[about];
    const good = { requestId, expectedVersion: versionOf(requestId), reviewer: '王审', submit: true };
    await expectSentence({ ...good, ...told(filled) }, says);
  });

  it.each(Object.keys(letters))('a letter %s', async (title) => {
    const { row, says } = letters[title] as Bad;
    await expectSentence({ ...letter, phone: person.number, submit: true, ...told(row) }, says);
    // What was typed about somebody does not stay in the row of a letter.
    expect(
      cloud
        .rows('staff_decisions')
        .every(({ decision, words }) => decision !== 'intake' || (words ?? null) === null),
    ).toBe(true);
  });

  it('is at least thirty kinds', () => {
    expect(Object.keys({ ...decisions, ...letters }).length).toBeGreaterThanOrEqual(30);
  });
});
