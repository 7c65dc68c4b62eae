import { EJSON } from 'bson';
import type { LedgerVerdict } from '../../config/operate/verify-ledger';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { killEachCall } from '../make/kill-each-call';
import { operate } from '../make/operate';
import { makePerson, type Person } from '../make/person';

const DAY_MS = 24 * 60 * 60_000;
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.stop());

async function verify(...more: string[]): Promise<{ code: number; text: string }> {
  const { code, stdout, stderr } = await operate(cloud, 'verify', 'ledger', ...more);
  return { code, text: stdout + stderr };
}
const verdict = async () => JSON.parse((await verify('--json')).text) as LedgerVerdict;

async function member(): Promise<Person> {
  const person = makePerson(cloud);
  dataOf(await person.register());
  dataOf(await person.choose('same-city'));
  return person;
}

/** Three days of life that lie in the past, so that the operator's clock finds them over. */
async function threeDays(): Promise<void> {
  for (const days of [4, 3, 2]) {
    await cloud.travel(new Date(Date.now() - days * DAY_MS));
    await member();
    dataOf(await cloud.timer('retention'));
  }
  await cloud.travel(null);
  dataOf(await cloud.timer('retention'));
}

type Row = Record<string, unknown> & { _id: string };
const rows = (name: string) => cloud.rows(name) as Row[];
const ejson = (value: unknown) => EJSON.stringify(value, { relaxed: false });

/** What somebody with the key to the database can do. */
const meddle = {
  write: (collectionName: string, { _id, ...row }: Row) =>
    cloud.cloud.database.call('database.modifyDocument', {
      collectionName,
      query: ejson({ _id }),
      data: ejson(row),
      multi: false,
      merge: false,
      upsert: true,
    }),
  remove: (collectionName: string, query: object) =>
    cloud.cloud.database.call('database.removeDocument', {
      collectionName,
      query: ejson(query),
      multi: true,
    }),
};
const firstSubject = () => String(rows('ledger')[0]?.['subject']);
const rowAt = (subject: string, seq: number) =>
  rows('ledger').find((row) => row['subject'] === subject && row['seq'] === seq) as Row;
const lastSeq = (subject: string) => rows('ledger').filter((row) => row['subject'] === subject).length;
const other = 'f'.repeat(64);

it('[P54] finds the ledger of people who live intact and complete, day by day', async () => {
  await threeDays();
  const { code, text } = await verify();
  expect(text).toContain('存证完好，也没有缺失。核对了 3 条链');
  expect(code).toBe(0);
  expect(await verdict()).toMatchObject({ days: 3, future: 0, areSignaturesChecked: true });
  expect(rows('anchors').map(({ reason }) => reason)).toEqual(['day-over', 'day-over', 'day-over']);
  // A second run the same day finds nothing to do.
  expect(dataOf(await cloud.timer('retention'))).toMatchObject({ anchored: 0 });
}, 120_000);

const meddlings: [string, () => unknown, Partial<LedgerVerdict>, () => string][] = [
  [
    'a tampered row',
    () => meddle.write('ledger', { ...rowAt(firstSubject(), 2), at: '2026-01-01T00:00:00.000Z' }),
    { intact: false },
    () => `${firstSubject()}.2：这一条被改过`,
  ],
  [
    'rows that changed places with another chain',
    async () => {
      const [a, b] = [...new Set(rows('ledger').map((row) => String(row['subject'])))] as [string, string];
      const [mine, theirs] = [rowAt(a, 2), rowAt(b, 2)];
      await meddle.remove('ledger', { _id: mine._id });
      await meddle.write('ledger', { ...theirs, subject: a });
      await meddle.write('ledger', { ...mine, subject: b });
    },
    { intact: false },
    () => '这一条被挪到了别人的链上',
  ],
  [
    'a content taken from another chain',
    () => {
      const [a, b] = [...new Set(rows('ledger').map((row) => String(row['subject'])))] as [string, string];
      return meddle.write('ledger', { ...rowAt(a, 1), content: rowAt(b, 1)['content'] });
    },
    { intact: false, complete: true },
    () => `${firstSubject()}.1：这一条的内容被改过`,
  ],
  [
    'a removed tail',
    () => meddle.remove('ledger', { _id: `${firstSubject()}.${String(lastSeq(firstSubject()))}` }),
    { intact: true, complete: false },
    () => `${firstSubject()}.${String(lastSeq(firstSubject()) + 1)}：从这一条起的记录不见了`,
  ],
  [
    'a removed chain',
    () => meddle.remove('ledger', { subject: firstSubject() }),
    { intact: true, complete: false },
    () => '.1：这个人的整条链不见了',
  ],
  [
    'an inserted row',
    () => {
      const last = rowAt(firstSubject(), lastSeq(firstSubject()));
      const seq = Number(last['seq']) + 1;
      return meddle.write('ledger', { ...last, _id: `${firstSubject()}.${String(seq)}`, seq });
    },
    { intact: false },
    () => '这一天的记录比锚定时多',
  ],
  [
    'an altered anchor',
    () => meddle.write('anchors', { ...(rows('anchors')[0] as Row), root: other }),
    { intact: false, complete: true },
    () => `${String(rows('anchors')[0]?._id)}：这个锚点被改过`,
  ],
  [
    "a changed account's head",
    () => {
      const account = rows('accounts').find(({ _id }) => _id === firstSubject()) as Row;
      return meddle.write('accounts', { ...account, chain: { seq: lastSeq(account._id), head: other } });
    },
    { intact: false, complete: true },
    () => `${firstSubject()}.${String(lastSeq(firstSubject()))}：账号登记的最后一条和链上的不一样`,
  ],
];

it('[P54] names each kind of meddling, and is calm again when it is undone', async () => {
  await threeDays();
  for (const [name, doIt, expected, sentence] of meddlings) {
    const before = { ledger: rows('ledger'), anchors: rows('anchors'), accounts: rows('accounts') };
    await doIt();
    const { code, text } = await verify();
    expect({ name, code }).toEqual({ name, code: 1 });
    expect(text).toContain(sentence());
    expect({ name, ...(await verdict()) }).toMatchObject({ name, ...expected });
    for (const [collection, kept] of Object.entries(before)) {
      await meddle.remove(collection, { _id: { $gt: '' } });
      for (const row of kept) await meddle.write(collection, row);
    }
  }
  expect((await verify()).code).toBe(0);
}, 300_000);

it('[P54] converges when the timer is killed at any database call while it anchors', async () => {
  const past = Date.now() - 30 * DAY_MS;
  let days = 0;
  const nextDay = async () => {
    days += 1;
    await cloud.travel(new Date(past + days * DAY_MS));
    await member();
    await cloud.travel(new Date(past + (days + 1) * DAY_MS + 60 * 60_000));
  };
  await nextDay();
  const killed = await killEachCall(cloud, {
    isTouched: () => rows('anchors').length === days,
    isDone: () => rows('anchors').length === days,
    async settle() {
      dataOf(await cloud.timer('retention'));
      const lived = rows('ledger').map((row) => String(row['at']).slice(0, 10));
      const finished = new Date(past + (days + 1) * DAY_MS + 30 * 60_000).toISOString().slice(0, 10);
      expect(new Set(rows('anchors').map(({ day }) => day))).toEqual(
        new Set(lived.filter((day) => day < finished)),
      );
      await nextDay();
    },
  });
  expect(killed).toBeGreaterThan(0);
  await cloud.travel(null);
  dataOf(await cloud.timer('retention'));
  expect(await verdict()).toMatchObject({ intact: true, complete: true, findings: [] });
}, 300_000);

it('anchors again what a clock that ran ahead had closed too early', async () => {
  await member();
  await cloud.travel(new Date(Date.now() + 3 * DAY_MS));
  dataOf(await cloud.timer('retention'));
  await cloud.travel(null);
  await member();
  dataOf(await cloud.timer('retention'));
  expect(await verdict()).toMatchObject({ intact: true, complete: true, future: 1 });
  await cloud.travel(new Date(Date.now() + 5 * DAY_MS));
  dataOf(await cloud.timer('retention'));
  const today = new Date().toISOString().slice(0, 10);
  const again = rows('anchors').filter(({ day }) => day === today);
  expect(again.map(({ _id, reason }) => [_id, reason])).toEqual([
    [`${today}.1`, 'day-over'],
    [`${today}.2`, 'clock'],
  ]);
}, 120_000);

it('says in one sentence that there is nothing to look at, and ends with 2', async () => {
  await cloud.cloud.stop();
  const { code, text } = await verify();
  expect(text.trim()).toMatch(/^连不上本地云 http:\/\/127\.0\.0\.1:\d+。请先运行 npm start/);
  expect(code).toBe(2);
  cloud = await startTestCloud();
}, 60_000);
