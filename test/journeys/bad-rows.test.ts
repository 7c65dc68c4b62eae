import { badCodes, badDecisions, badLetters, goodLetter, type Bad } from '../make/bad-rows';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

const STAFF = JSON.stringify({ 王审: 'reviewer', 李审: 'second', 陈主管: 'supervisor' });
type Row = Bad['row'];

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
  const letter = await file({ ...goodLetter, phone: person.number, submit: true });
  ids['letter'] = String(letter['requestId']);
}, 60_000);
afterAll(() => cloud.stop());

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
  it.each(Object.keys(badDecisions))('%s', async (title) => {
    const { about = 'copy', row, says } = badDecisions[title] as Bad;
    const requestId = ids[about];
    const good = { requestId, expectedVersion: versionOf(requestId), reviewer: '王审', submit: true };
    await expectSentence({ ...good, ...told(row) }, says);
  });

  it.each(Object.keys(badLetters))('a letter %s', async (title) => {
    const { row, says } = badLetters[title] as Bad;
    await expectSentence({ ...goodLetter, phone: person.number, submit: true, ...told(row) }, says);
    // What was typed about somebody does not stay in the row of a letter.
    expect(
      cloud
        .rows('staff_decisions')
        .every(({ decision, words }) => decision !== 'intake' || (words ?? null) === null),
    ).toBe(true);
  });

  it.each(Object.keys(badCodes))('a code %s', async (title) => {
    const { about = 'letter', row, says } = badCodes[title] as Bad;
    const good = {
      requestId: ids[about],
      decision: 'verify',
      code: '123456',
      reviewer: '王审',
      submit: true,
    };
    await expectSentence({ ...good, ...told(row) }, says);
    expect(
      cloud
        .rows('staff_decisions')
        .every(({ decision, code }) => decision !== 'verify' || (code ?? null) === null),
    ).toBe(true);
  });

  it('is at least thirty kinds', () => {
    expect(Object.keys({ ...badDecisions, ...badLetters }).length).toBeGreaterThanOrEqual(30);
  });
});
