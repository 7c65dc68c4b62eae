import { strFromU8, unzipSync } from 'fflate';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { answer, asked, openSurvey } from '../make/surveys';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

const by = '王管理';
const operate = (action: string, input: object) => cloud.invoke('retention', { action, by, ...input });
const opened = (id: string, more: { closesAt?: string } = {}) => openSurvey(cloud, id, more);
async function member(more: object = {}): Promise<Person> {
  const person = makePerson(cloud);
  dataOf(await person.register(more));
  return person;
}
const read = async (person: Person, id: string) => dataOf(await person.call('community', 'survey', { id }));

it('[P16] is filled in by whoever likes, counted for all, and read by nobody else', async () => {
  const id = await opened('counted');
  const people = [];
  for (let n = 0; n < 5; n += 1) people.push(await member());
  const [first] = people as [Person, ...Person[]];
  for (const [index, person] of people.entries()) {
    if (index === 4) expect(await read(first, id)).toMatchObject({ answered: 4, tally: null });
    dataOf(await answer(person, id, [index % 2, [0, 2], 4, index === 0 ? '金丝雀的话' : null]));
  }
  const shown = await read(makePerson(cloud), id);
  expect(shown).toMatchObject({ answered: 5, mine: null, isAnswered: false });
  // One alone wrote words: how many did is not told.
  expect(shown['tally']).toEqual([[3, 2], [5, 0, 5], [0, 0, 0, 0, 5], []]);
  // What everybody reads does not move with the next one.
  dataOf(await answer(await member(), id, [1, [], null, null]));
  expect(await read(first, id)).toMatchObject({ answered: 6, counted: 5, tally: shown['tally'] });
  expect(JSON.stringify(shown)).not.toContain('金丝雀');
  expect(cloud.filesHolding('金丝雀的话')).toEqual([]);
  expect(await read(first, id)).toMatchObject({ isAnswered: true, mine: [0, [0, 2], 4, '金丝雀的话'] });
  const { surveys } = dataOf(await first.call('community', 'surveys')) as { surveys: { id: string }[] };
  expect(surveys.find((each) => each.id === id)).toMatchObject({ isOpen: true, isAnswered: true });
  // Nor when somebody changes an answer, or leaves and comes back.
  dataOf(await answer(first, id, [1, [1], 0, null]));
  dataOf(await first.call('community', 'unanswer', { id }));
  dataOf(await answer(first, id, [1, [1], 0, null]));
  expect(await read(first, id)).toMatchObject({ answered: 6, tally: shown['tally'] });
});

it('[P16] counts each person once, however often they answer, and not at all when they take it back', async () => {
  const id = await opened('changed');
  const person = await member();
  dataOf(await answer(person, id, [0, [], null, null]));
  dataOf(await answer(person, id, [0, [], null, null]));
  dataOf(await answer(person, id, [1, [1], null, null]));
  const counts = () => cloud.rows('surveys').find(({ _id }) => _id === id);
  expect(counts()).toMatchObject({ answered: 1, tally: [[0, 1], [0, 1, 0], [0, 0, 0, 0, 0], [0]] });
  dataOf(await person.call('community', 'unanswer', { id }));
  dataOf(await person.call('community', 'unanswer', { id }));
  expect(counts()).toMatchObject({ answered: 0, tally: [[0, 0], [0, 0, 0], [0, 0, 0, 0, 0], [0]] });
  expect(cloud.rows('survey_answers').filter(({ survey }) => survey === id)).toEqual([]);
});

it('of many people at once is counted for each', async () => {
  const id = await opened('crowd');
  const people = await Promise.all(Array.from({ length: 6 }, () => member()));
  await Promise.all(
    people.map(async (person) => {
      for (let tries = 0; tries < 20; tries += 1) {
        const said = await answer(person, id, [0, [], null, null]);
        if (said.ok) return;
        expectRefusal(said, 'BUSY');
      }
      throw new Error('never taken');
    }),
  );
  expect(cloud.rows('surveys').find(({ _id }) => _id === id)).toMatchObject({ answered: 6 });
});

it.each([
  ['too few', [0]],
  ['nothing said', [null, [], null, null]],
  ['no such option', [2, [], null, null]],
  ['one where several are asked', [0, 1, null, null]],
  ['several where one is asked', [[0], [], null, null]],
  ['the same twice', [0, [1, 1], null, null]],
  ['words for a number', ['高层', [], null, null]],
  ['beyond the scale', [0, [], 5, null]],
])('answers that do not fit are refused and nothing is counted: %s', async (_, answers) => {
  const id = `misfit-${String(_.length)}`;
  await opened(id);
  expectRefusal(await answer(await member(), id, answers), 'SURVEY_MISFIT');
  expect(cloud.rows('surveys').find((row) => row._id === id)).toMatchObject({ answered: 0 });
});

it('is answered by members alone, while it is open', async () => {
  const id = await opened('short', { closesAt: '2026-12-31T16:00:00.000Z' });
  expectRefusal(await answer(makePerson(cloud), id, [0, [], null, null]), 'NOT_REGISTERED');
  const person = await member();
  expectRefusal(await answer(person, 'nothing', [0, [], null, null]), 'SURVEY_UNKNOWN');
  await cloud.travel('2027-01-02T00:00:00.000Z');
  expectRefusal(await answer(person, id, [0, [], null, null]), 'SURVEY_CLOSED');
  expect(await read(person, id)).toMatchObject({ isOpen: false });
});

it('stays as people answered it: the same file changes nothing, another one is refused', async () => {
  const id = await opened('fixed');
  await opened(id);
  expectRefusal(await operate('surveyOpen', { id, ...asked, title: '换了题目' }), 'SURVEY_TAKEN');
  expectRefusal(await operate('surveyOpen', { id: 'x', ...asked, questions: [] }), 'INVALID_INPUT');
  const past = { id: 'y', ...asked, closesAt: '2020-01-01T00:00:00.000Z' };
  expectRefusal(await operate('surveyOpen', past), 'SURVEY_CLOSED');
});

it('[P39] lets the operator read what was written, masked, without whose it is, and writes that down', async () => {
  const id = await opened('words');
  const person = await member();
  dataOf(await answer(person, id, [null, [], null, '请打 13800138000 找我']));
  const { words } = dataOf(await operate('surveyWords', { id, question: 3 })) as { words: string[] };
  expect(words).toEqual(['请打 138****8000 找我']);
  expectRefusal(await operate('surveyWords', { id, question: 0 }), 'SURVEY_UNKNOWN');
  expect(
    cloud
      .rows('audits')
      .filter(({ requestId }) => requestId === id)
      .map(({ action }) => action)
      .sort(),
  ).toEqual(['survey-opened', 'survey-read']);
});

it('[P16] an answer is in the copy of its person, and gone with them; the counts stay and tell of nobody', async () => {
  const id = await opened('erased');
  const person = await member();
  const words = `问卷金丝雀${String(Date.now())}`;
  dataOf(await answer(person, id, [0, [], null, words]));
  const { base64 } = dataOf(await person.call('account', 'export'));
  const files = unzipSync(Buffer.from(String(base64), 'base64'));
  expect(strFromU8(files['data.json'] ?? new Uint8Array())).toContain(words);
  expect(strFromU8(files['index.html'] ?? new Uint8Array())).toContain(words);
  dataOf(await person.deregister());
  await cloud.travel(new Date(Date.now() + 30 * 24 * 60 * 60_000));
  expect(dataOf(await cloud.timer('retention'))).toMatchObject({ left: 0 });
  expect(cloud.rows('survey_answers').filter(({ survey }) => survey === id)).toEqual([]);
  expect(cloud.filesHolding(words)).toEqual([]);
  expect(cloud.rows('surveys').find(({ _id }) => _id === id)).toMatchObject({ answered: 1 });
});
