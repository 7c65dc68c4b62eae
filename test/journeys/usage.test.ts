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
const choose = async (person: Person, granted: boolean) =>
  dataOf(await person.call('consent', 'set', { purpose: 'analytics', granted, policyVersion: '1' }));
const count = (person: Person, ...events: object[]) => person.call('consent', 'usage', { events });
const kept = () => cloud.rows('usage').length;

async function member(): Promise<Person> {
  const person = makePerson(cloud);
  dataOf(await person.register());
  return person;
}

it('[P31] counts nothing of a guest, nor of a member who never agreed', async () => {
  const person = makePerson(cloud);
  expectRefusal(await count(person, event()), 'NOT_REGISTERED');
  dataOf(await person.register());
  expectRefusal(await count(person, event()), 'CONSENT_NEEDED');
  expect(kept()).toBe(0);
});

it('[P54] a withdrawal stops the very next call, and what was counted before stays', async () => {
  const person = await member();
  await choose(person, true);
  dataOf(await count(person, event(), event()));
  expect(kept()).toBe(2);
  await choose(person, false);
  expectRefusal(await count(person, event()), 'CONSENT_NEEDED');
  expect(kept()).toBe(2);
  const { events } = dataOf(await person.call('consent', 'history')) as { events: { type: string }[] };
  expect(events.map(({ type }) => type)).toEqual(['consent.withdrawn', 'consent.granted']);
  await choose(person, true);
  dataOf(await count(person, event()));
  expect(kept()).toBe(3);
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
  const { receiptId } = await choose(person, true);
  dataOf(await count(person, event()));
  const { subject } = dataOf(await person.call('consent', 'receipt', { id: receiptId }));
  const own = () => cloud.rows('usage').filter((row) => row['subject'] === subject);
  expect(own()).toHaveLength(1);
  const { base64 } = dataOf(await person.call('account', 'export'));
  const files = unzipSync(Buffer.from(String(base64), 'base64'));
  expect(Buffer.from(files['usage.csv'] ?? []).toString()).toContain('pages/home/index');
  const { eraseAfter } = dataOf(await person.deregister());
  await cloud.travel(new Date(Date.parse(String(eraseAfter)) + 60_000));
  dataOf(await cloud.timer('retention'));
  await cloud.travel(null);
  expect(own()).toEqual([]);
});
