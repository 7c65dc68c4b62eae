import { randomUUID } from 'node:crypto';
import { consentPurposes } from '../../src/contracts/data-map/vocabulary';
import type { Answer, TestCloud } from '../make/cloud';
import { startTestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { namedCases } from '../make/kind-cases';
import { makePerson, type Person } from '../make/person';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

/** What a step before has made, for the steps after. */
type Made = Record<'request' | 'proposal' | 'comment', string>;

/** One operation of the basic functions, in the order in which they build on each other. */
interface Step {
  name: string;
  /** The input; a step that makes something says what. */
  with?: (made: Made) => object;
  makes?: keyof Made;
}

const nothing = { request: '', proposal: '', comment: '' };
const byId = (what: keyof Made) => (made: Made) => ({ id: made[what] });

/** Everything that policy 2.1 calls basic, and what the platform is for. */
const suite: readonly Step[] = [
  { name: 'account.session' },
  { name: 'account.profile' },
  { name: 'account.switchCity', with: () => ({ code: '440300' }) },
  { name: 'account.correct', with: () => ({ field: 'nickname', value: '' }) },
  { name: 'policy.current' },
  { name: 'policy.versions' },
  { name: 'consent.current' },
  { name: 'consent.history' },
  ...namedCases
    .filter(({ byLetter, byPublishing }) => byLetter !== true && byPublishing !== true)
    .map(({ kind, asked: { details, ground } }): Step => ({
      name: 'request.submit',
      with: () => ({ kind, ...(details !== undefined && { details }), ...(ground && { ground }) }),
      makes: 'request',
    })),
  { name: 'request.mine' },
  { name: 'request.read', with: byId('request') },
  { name: 'request.cancel', with: byId('request') },
  { name: 'request.inbox' },
  { name: 'account.export' },
  {
    name: 'community.publish',
    with: () => ({ attempt: randomUUID(), title: '修自行车', text: '按难度定价' }),
    makes: 'proposal',
  },
  { name: 'community.feed', with: () => ({ order: 'newest' }) },
  { name: 'community.feed', with: () => ({ order: 'newest', place: '440300' }) },
  { name: 'community.search', with: () => ({ words: '自行车' }) },
  { name: 'community.read', with: byId('proposal') },
  { name: 'community.support', with: (made) => ({ ...byId('proposal')(made), on: true }) },
  {
    name: 'community.comment',
    with: (made) => ({ ...byId('proposal')(made), attempt: randomUUID(), text: '说得好' }),
    makes: 'comment',
  },
  { name: 'community.comments', with: byId('proposal') },
  { name: 'community.uncomment', with: byId('comment') },
  { name: 'community.withdraw', with: byId('proposal') },
  { name: 'community.mine' },
];

/** What came of a call: its refusal, or the names of what it answered, for values differ from person to person. */
const outcomeOf = (answer: Answer) => (answer.ok ? Object.keys(answer.data).sort() : answer.error.code);

async function liveThrough(person: Person): Promise<[string, unknown][]> {
  const made: Made = { ...nothing };
  const outcomes: [string, unknown][] = [];
  const say = (name: string, answer: Answer) => outcomes.push([name, outcomeOf(answer)]);
  for (const { name, with: input, makes } of suite) {
    const [where = '', action = ''] = name.split('.');
    const answer = await person.call(where, action, input?.(made));
    say(name, answer);
    if (makes && answer.ok) made[makes] = String(answer.data['id']);
  }
  say('account.deregister', await person.deregister());
  say('account.restore', await person.call('account', 'restore', { device: {} }));
  say('account.session', await person.call('account', 'session'));
  return outcomes;
}

const grantsOf = async (person: Person) =>
  (
    dataOf(await person.call('consent', 'current'))['items'] as { purpose: string; granted: boolean }[]
  ).filter(({ granted }) => granted);

describe('somebody who gives a phone number and refuses everything else', () => {
  it('[P03] [P09] [P14] has every basic function, with the same outcomes as somebody who gave and granted all', async () => {
    const [refusing, granting] = [makePerson(cloud), makePerson(cloud)];
    const none = { nickname: undefined, address: undefined, wechatId: undefined };
    dataOf(await refusing.register(none));
    dataOf(await granting.register());
    for (const purpose of consentPurposes) dataOf(await granting.choose(purpose));
    expect(await grantsOf(refusing)).toEqual([]);
    expect(await grantsOf(granting)).toHaveLength(consentPurposes.length);

    const outcomes = await liveThrough(refusing);
    expect(outcomes.filter(([, outcome]) => typeof outcome === 'string')).toEqual([]);
    expect(outcomes).toEqual(await liveThrough(granting));
    expect(await grantsOf(refusing)).toEqual([]);
  }, 120_000);

  it('[P03] holds none of the optional items, and clearing one that was given takes it away again', async () => {
    const person = makePerson(cloud);
    dataOf(await person.register({ nickname: undefined, address: undefined, wechatId: undefined }));
    const held = async () =>
      (dataOf(await person.call('account', 'profile'))['fields'] as { field: string; value: unknown }[])
        .filter(
          ({ field, value }) =>
            ['nickname', 'avatar', 'address', 'wechatId'].includes(field) && value !== null,
        )
        .map(({ field }) => field);
    expect(await held()).toEqual([]);
    dataOf(await person.call('account', 'correct', { field: 'address', value: person.address }));
    expect(await held()).toEqual(['address']);
    dataOf(await person.call('account', 'correct', { field: 'address', value: '' }));
    expect(await held()).toEqual([]);
  });

  it('[P05] gives one item later, at the moment of need, and nothing else is asked or changed', async () => {
    const person = makePerson(cloud);
    dataOf(await person.register({ nickname: undefined, address: undefined, wechatId: undefined }));
    const values = async () =>
      Object.fromEntries(
        (
          dataOf(await person.call('account', 'profile'))['fields'] as { field: string; value: unknown }[]
        ).map(({ field, value }) => [field, value]),
      );
    const before = await values();
    dataOf(await person.call('account', 'correct', { field: 'nickname', value: person.nickname }));
    expect(await values()).toEqual({ ...before, nickname: person.nickname });
    expect(await grantsOf(person)).toEqual([]);
  });
});
