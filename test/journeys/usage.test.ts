import { unzipSync } from 'fflate';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const event = (at = new Date().toISOString()) => ({
  page: 'pages/home/index',
  from: 'pages/me/index',
  dwell: 1200,
  at,
});
const choose = async (person: Person, granted: boolean) => dataOf(await person.choose('analytics', granted));
const count = (person: Person, ...events: object[]) => person.call('consent', 'usage', { events });
const kept = () => cloud.rows('usage').length;

const subjects = new Map<Person, unknown>();
/** How many visits of this person are kept. */
const own = (person: Person) =>
  cloud.rows('usage').filter(({ subject }) => subject === subjects.get(person)).length;

async function member(): Promise<Person> {
  const person = makePerson(cloud);
  const before = new Set(cloud.rows('accounts').map(({ _id }) => _id));
  dataOf(await person.register());
  const added = cloud.rows('accounts').find(({ _id }) => !before.has(_id));
  subjects.set(person, added?._id);
  return person;
}

it('[P31] counts nothing of a guest, nor of a member who never agreed', async () => {
  const person = makePerson(cloud);
  expectRefusal(await count(person, event()), 'NOT_REGISTERED');
  dataOf(await person.register());
  expectRefusal(await count(person, event()), 'CONSENT_NEEDED');
  expect(kept()).toBe(0);
});

it('[P54] a withdrawal stops the very next call, takes what was counted, and leaves the record of it', async () => {
  const [person, other] = [await member(), await member()];
  for (const each of [person, other]) {
    await choose(each, true);
    dataOf(await count(each, event(), event()));
  }
  expect([own(person), own(other)]).toEqual([2, 2]);
  await choose(person, false);
  expect(cloud.databaseCalls('consent')).toBe(6);
  expectRefusal(await count(person, event()), 'CONSENT_NEEDED');
  expect([own(person), own(other)]).toEqual([0, 2]);
  const { events } = dataOf(await person.call('consent', 'history')) as { events: { type: string }[] };
  expect(events.map(({ type }) => type)).toEqual(['consent.withdrawn', 'consent.granted']);
  await choose(person, true);
  dataOf(await count(person, event()));
  expect(own(person)).toBe(1);
});

/** A withdrawal that died when it was recorded, and before it took what was counted. */
async function dyingWithdrawal(person: Person) {
  await choose(person, true);
  dataOf(await count(person, event()));
  await cloud.post('/faults', { function: 'consent', at: 6, do: 'fail' });
  expectRefusal(await person.choose('analytics', false), 'INTERNAL');
  expectRefusal(await count(person, event()), 'CONSENT_NEEDED');
  expect(own(person)).toBe(1);
}

it('[P54] withdrawing again takes what an interrupted withdrawal left', async () => {
  const person = await member();
  await dyingWithdrawal(person);
  await choose(person, false);
  expect(own(person)).toBe(0);
});

it('[P54] the timer takes what an interrupted withdrawal left, and nothing of who still agrees', async () => {
  const [person, other] = [await member(), await member()];
  await dyingWithdrawal(person);
  await choose(other, true);
  await choose(other, false);
  await choose(other, true);
  dataOf(await count(other, event()));
  dataOf(await cloud.timer('retention'));
  expect([own(person), own(other)]).toEqual([0, 1]);
});

it('[P54] a withdrawal that staff carry out takes what was counted too', async () => {
  const person = await member();
  await choose(person, true);
  dataOf(await count(person, event()));
  const asked = { kind: 'withdraw', details: { purpose: 'analytics' } };
  const { id: requestId } = dataOf(await person.call('request', 'submit', asked));
  const decision = { requestId, decision: 'approve', expectedVersion: 1, reviewer: '王审', submit: true };
  await cloud.post('/api/staff-decisions', decision);
  expect(own(person)).toBe(1);
  dataOf(await cloud.timer('reconcile'));
  expect(own(person)).toBe(0);
});

it('costs one read and one write, and refuses what is not a visit to a page', async () => {
  const person = await member();
  await choose(person, true);
  dataOf(await count(person, ...Array.from({ length: 20 }, () => event())));
  expect(cloud.databaseCalls('consent')).toBe(2);
  const before = kept();
  const bad = [
    { ...event(), page: 'pages/elsewhere/index' },
    { ...event(), dwell: -1 },
    { ...event(), dwell: 3_600_001 },
    { ...event(), position: '30.5,114.3' },
  ];
  for (const one of bad) expectRefusal(await count(person, one), 'INVALID_INPUT');
  expectRefusal(await count(person), 'INVALID_INPUT');
  expectRefusal(await count(person, ...Array.from({ length: 21 }, () => event())), 'INVALID_INPUT');
  expect(kept()).toBe(before);
});

it("does not let a phone's wrong clock lengthen a life", async () => {
  const person = await member();
  await choose(person, true);
  dataOf(await count(person, event('2099-01-01T00:00:00.000Z'), event('2001-01-01T00:00:00.000Z')));
  const times = cloud
    .rows('usage')
    .map((row) => String(row['at']))
    .slice(-2);
  expect(times.filter((at) => Math.abs(Date.parse(at) - Date.now()) > 60_000)).toEqual([]);
});

it('is in the copy of data, and goes with the account', async () => {
  const person = await member();
  await choose(person, true);
  dataOf(await count(person, event()));
  expect(own(person)).toBe(1);
  const { base64 } = dataOf(await person.call('account', 'export'));
  const files = unzipSync(Buffer.from(String(base64), 'base64'));
  expect(Buffer.from(files['usage.csv'] ?? []).toString()).toContain('pages/home/index');
  const { eraseAfter } = dataOf(await person.deregister());
  await cloud.travel(new Date(Date.parse(String(eraseAfter)) + 60_000));
  dataOf(await cloud.timer('retention'));
  await cloud.travel(null);
  expect(own(person)).toBe(0);
});
