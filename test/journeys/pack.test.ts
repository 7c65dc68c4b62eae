import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { operate } from '../make/operate';
import { canariesOf, makePerson, type Person } from '../make/person';

let cloud: TestCloud;
let out: string;
const people: Person[] = [];
const staffWords = '给用户的答复金丝雀';
const reasonWords = '查看理由金丝雀';
let files: Record<string, string> = {};

async function arrive(): Promise<Person> {
  const person = makePerson(cloud);
  dataOf(await person.register());
  people.push(person);
  return person;
}
const submit = async (person: Person, kind: string) =>
  String(dataOf(await person.call('request', 'submit', { kind, details: person.reason }))['id']);
const agree = async (person: Person, purpose: string, granted?: boolean) =>
  dataOf(await person.choose(purpose, granted));

async function reply(requestId: string): Promise<void> {
  const row = { requestId, expectedVersion: 1, decision: 'reply', replyText: staffWords };
  await cloud.post('/api/staff-decisions', { ...row, reviewer: '王审', submit: true });
  await cloud.timer('reconcile');
}

/** Somebody more whose data is gone and whose recipient has not answered yet. */
async function wipedButWaiting(): Promise<void> {
  const { certifiedAt: _, ...row } = cloud.rows('erasures')[0] as Record<string, unknown>;
  await cloud.cloud.database.call('database.insertDocument', {
    collectionName: 'erasures',
    data: [JSON.stringify({ ...row, _id: 'waiting', state: 'wiped' })],
  });
}

/** A table of the pack by its first column. */
const table = (file: string): Record<string, string[]> =>
  Object.fromEntries(
    (files[file] ?? '')
      .replace('\uFEFF', '')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','))
      .map(([name = '', ...cells]) => [name, cells]),
  );

beforeAll(async () => {
  cloud = await startTestCloud();
  out = join(mkdtempSync(join(tmpdir(), 'pack-')), 'pack');
  await cloud.travel('2026-10-12T10:00:00+08:00');
  for (let made = 0; made < 7; made += 1) await arrive();
  const [one, two, three] = people as [Person, Person, Person];
  for (const person of people.slice(0, 6)) await agree(person, 'locate');
  await agree(one, 'locate', false);
  await agree(one, 'same-city');
  const answeredLate = await submit(one, 'complaint');
  const seen = await submit(two, 'complaint');
  await submit(three, 'question');
  dataOf(await one.call('request', 'cancel', { id: await submit(one, 'access') }));
  dataOf(await cloud.invoke('reconcile', { action: 'read', id: seen, reviewer: '王审' }));
  const unmasking = { action: 'unmask', id: seen, field: 'phone', reviewer: '李审', reason: reasonWords };
  dataOf(await cloud.invoke('reconcile', unmasking));
  await cloud.travel('2026-10-14T10:00:00+08:00');
  await reply(await submit(two, 'leak'));
  dataOf(await three.deregister());
  await cloud.travel('2026-11-10T10:00:00+08:00');
  await cloud.timer('retention');
  await reply(answeredLate);
  await cloud.travel(null);
  await wipedButWaiting();
  const ran = await operate(cloud, 'pack', '--out', out);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  files = Object.fromEntries(readdirSync(out).map((file) => [file, readFileSync(join(out, file), 'utf8')]));
}, 120_000);
afterAll(async () => {
  await cloud.stop();
  rmSync(join(out, '..'), { recursive: true, force: true });
});

describe('the pack for a regulator', () => {
  it('holds nothing that anybody typed or is known by', () => {
    const everything = Object.values(files).join('\n');
    const canaries = [...people.flatMap(canariesOf), staffWords, reasonWords, '王审', '李审'];
    expect(canaries.filter((canary) => everything.includes(canary))).toEqual([]);
    // Nor any living person's random number.
    const subjects = cloud.rows('accounts').map(({ _id }) => String(_id));
    expect(subjects.filter((subject) => everything.includes(subject))).toEqual([]);
  });

  it('tells how deadlines were kept, as it was', () => {
    const deadlines = table('deadlines.csv');
    // Received, in time, late, open, overdue, taken back, gone with the account, longest working days.
    expect(deadlines['投诉']).toEqual(['2', '0', '1', '1', '1', '0', '0', '21']);
    expect(deadlines['举报泄露']).toEqual(['1', '1', '0', '0', '0', '0', '0', '0']);
    // Ended by the erasure, without an answer that nobody could receive.
    expect(deadlines['询问负责人']).toEqual(['1', '0', '0', '0', '0', '0', '1', '0']);
    expect(deadlines['查询我的信息']).toEqual(['1', '0', '0', '0', '0', '1', '0', '0']);
  });

  it('counts who was erased, and who waits for what', () => {
    const [head, sums] = (files['erasures.csv'] ?? '').replace('\uFEFF', '').trim().split('\r\n');
    expect(head).toBe('证明张数,已开始未完成,已清除，等接收方答复,扫描后仍有残留的证明');
    // One certified, nobody half-way, one whose recipient has not answered, none that is not clean.
    expect(sums).toBe('1,0,1,0');
  });

  it('counts consents, and does not tell of groups in which somebody could be recognised', () => {
    expect(table('consents.csv')['定位找城市']).toEqual(['少于 5', '少于 5']);
    expect(table('consents.csv')['看同城内容']).toEqual(['少于 5', '0']);
  });

  it('says exactly which numbers are told however small', () => {
    for (const exact of ['请求和期限', '注销和证明', '工作人员操作统计', '存证核对结果'])
      expect(files['index.md']).toContain(`“${exact}”`);
    expect(files['index.md']).toContain('“同意情况”里的人数和“对外提供的次数”少于 5 的，只写“少于 5”');
    expect(files['deadlines.md']).toContain('少于 5 也写准确的数');
  });

  it('names both ways in which a phone is given', () => {
    expect(files['processing-fields.csv']).toMatch(/accounts\.phone,.*微信提供 \/ 您自己填写/);
  });

  it('counts what staff did, and lists each certificate', () => {
    const audits = table('audits.csv');
    expect(audits['查看打码前的内容']).toEqual(['1']);
    expect(audits['决定请求']).toEqual(['2']);
    expect(audits['查看请求']).toEqual(['1']);
    const [certificate] = cloud.rows('certificates');
    expect(Object.keys(table('certificates.csv'))).toEqual([certificate?.['_id']]);
    expect(table('certificates.csv')[String(certificate?.['_id'])]?.[4]).toBe('0');
  });

  it('has every part, in files that a person can read, and one page that needs nothing else', () => {
    const parts = ['processing-record', 'impact-assessment', 'ledger', 'deadlines', 'erasures', 'consents'];
    const more = ['recipients', 'policy', 'promises', 'audits'];
    for (const part of [...parts, ...more]) {
      expect(files[`${part}.md`]).toMatch(/^# .+\n/);
      expect(files['index.md']).toContain(`(${part}.md)`);
    }
    expect(files['ledger.md']).toContain('存证完好，也没有缺失');
    expect(files['processing-fields.csv']).toContain('accounts.phone');
    expect(files['promises.csv']).toContain('test/journeys/leak.test.ts');
    expect(files['pack.html']).not.toMatch(/<(script|link|img|iframe)|https?:\/\//);
  });

  it('is never written over', async () => {
    const again = await operate(cloud, 'pack', '--out', out);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('换一个文件夹');
  });

  it.each([
    ['a file for a folder', () => ['--out', join(out, 'index.md', 'x')], /^“.+”读写不了：.*\n$/],
    ['a place that takes no folder', () => ['--out', '/proc/x'], /^“\/proc\/x”读写不了：.*\n$/],
    [
      'a word too many',
      () => ['--out', join(out, '..', 'more'), 'extra'],
      /^用法：npm run pack .*\n加 --env .*\n多出了“extra”.*\n$/,
    ],
    ['no folder', () => [], /^用法：npm run pack .*\n加 --env .*\n还要写“--out”.*\n$/],
  ])('given %s is refused in one sentence', async (_, args, sentence) => {
    const ran = await operate(cloud, 'pack', ...args());
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringMatching(sentence) as string });
  });

  it('says in one sentence that nothing is running', async () => {
    const nobody = { cloud: { port: 9 } } as unknown as TestCloud;
    const ran = await operate(nobody, 'pack', '--out', join(out, '..', 'none'));
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/^连不上本地云.*。\n$/);
  });
});
