import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ErrorCode } from '../../src/contracts/errors';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { operate } from '../make/operate';
import { canariesOf, makePerson, type Person } from '../make/person';

const breach = {
  field: 'accounts.nickname',
  from: '2026-11-10T00:00:00.000Z',
  to: '2026-11-12T00:00:00.000Z',
  by: '王管理',
};
const day = (date: number) => `2026-11-${String(date).padStart(2, '0')}T04:00:00.000Z`;

let cloud: TestCloud;
let out: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  out = mkdtempSync(join(tmpdir(), 'incident-'));
});
afterAll(async () => {
  await cloud.stop();
  rmSync(out, { recursive: true, force: true });
});

const people = {} as Record<Name, Person>;
const subjects = {} as Record<Name, string>;
const names = [
  'held',
  'clearedBefore',
  'clearedDuring',
  'changedDuring',
  'clearedAfter',
  'firstSetAfter',
  'cameAfter',
  'erasedSince',
  'without',
] as const;
type Name = (typeof names)[number];

const nickname = (name: Name, value: string) =>
  people[name].call('account', 'correct', { field: 'nickname', value });
async function arrive(name: Name, more: object = {}): Promise<void> {
  const known = new Set(cloud.rows('accounts').map(({ _id }) => _id));
  people[name] = makePerson(cloud);
  dataOf(await people[name].register(more));
  subjects[name] = String(cloud.rows('accounts').find(({ _id }) => !known.has(_id))?._id);
}

beforeAll(async () => {
  await cloud.travel(day(1));
  for (const name of names)
    if (name !== 'cameAfter')
      await arrive(name, name === 'firstSetAfter' || name === 'without' ? { nickname: undefined } : {});
  await cloud.travel(day(5));
  dataOf(await nickname('clearedBefore', ''));
  await cloud.travel(day(11));
  dataOf(await nickname('clearedDuring', ''));
  dataOf(await nickname('changedDuring', '后来的名字'));
  await cloud.travel(day(13));
  dataOf(await nickname('clearedAfter', ''));
  dataOf(await nickname('firstSetAfter', '新名字'));
  await arrive('cameAfter');
  dataOf(await people.erasedSince.deregister());
  await cloud.travel(day(25));
  expect(dataOf(await cloud.timer('retention'))).toMatchObject({ erased: 1 });
});

const affected: readonly Name[] = ['held', 'clearedDuring', 'changedDuring', 'clearedAfter'];

describe('[P44] an incident', () => {
  it('finds exactly the people who held the value at any moment of it, and counts who is erased', async () => {
    const page = dataOf(await cloud.invoke('retention', { action: 'incident', ...breach }));
    const found = (page['people'] as { subject: string }[]).map(({ subject }) => subject);
    expect([...found].sort()).toEqual(affected.map((name) => subjects[name]).sort());
    expect(dataOf(await cloud.invoke('retention', { action: 'incidentErased', ...breach }))).toEqual({
      erased: 1,
      next: null,
    });
  });

  it('of a phone reaches everyone who was registered before it was over', async () => {
    const phone = { ...breach, field: 'accounts.phone' };
    const page = dataOf(await cloud.invoke('retention', { action: 'incident', ...phone }));
    const found = (page['people'] as { subject: string }[]).map(({ subject }) => subject);
    const there = names.filter((name) => name !== 'cameAfter' && name !== 'erasedSince');
    expect([...found].sort()).toEqual(there.map((name) => subjects[name]).sort());
  });

  it('of a request’s words reaches who had written any by then', async () => {
    await cloud.travel(day(26));
    dataOf(await people.held.call('request', 'submit', { kind: 'question', details: '一个问题' }));
    dataOf(await people.without.call('request', 'submit', { kind: 'copy' }));
    const words = { field: 'requests.details', from: day(26), to: day(27), by: '王管理' };
    const page = dataOf(await cloud.invoke('retention', { action: 'incident', ...words }));
    expect(page['people']).toEqual([{ subject: subjects.held, since: expect.any(String) as string }]);
  });

  it('of a code on its way reaches whose number it is, and nobody before it was asked for', async () => {
    dataOf(await people.held.call('account', 'sendSmsCode', { number: people.held.number }));
    const reached = async (from: number, to: number) => {
      const asked = { field: 'sms_codes.number', from: day(from), to: day(to), by: '王管理' };
      return dataOf(await cloud.invoke('retention', { action: 'incident', ...asked }))['people'];
    };
    expect(await reached(26, 27)).toEqual([{ subject: subjects.held, since: expect.any(String) as string }]);
    expect(await reached(24, 25)).toEqual([]);
  });

  it('writes the list and two drafts without a word about anyone, from the command line', async () => {
    const dir = join(out, 'found');
    const asked = ['--field', breach.field, '--by', breach.by];
    const args = [...asked, '--from', breach.from, '--to', breach.to, '--out', dir];
    const { code, stdout, stderr } = await operate(cloud, 'incident', ...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('受影响的有 4 人');
    const files = Object.fromEntries(
      readdirSync(dir).map((file) => [file, readFileSync(join(dir, file), 'utf8')]),
    );
    expect(Object.keys(files).sort()).toEqual([
      'asked.json',
      'notice-to-people.md',
      'people.csv',
      'report-to-authority.md',
    ]);
    const rows = files['people.csv']?.trim().split('\r\n').slice(1) ?? [];
    expect(rows.map((row) => row.split(',')[0]).sort()).toEqual(
      affected.map((name) => subjects[name]).sort(),
    );
    expect(files['report-to-authority.md']).toContain('4 人，另有最多 1 人已经注销');
    // PIPL 57: kinds, cause, harm, remedies, what people can do, contact.
    for (const part of ['信息种类', '原因', '危害', '补救措施', '减轻危害', '负责人'])
      expect(files['report-to-authority.md']).toContain(part);
    // The authority reads about people; to them the notice speaks.
    expect(files['report-to-authority.md']).toContain('可能对本人造成');
    expect(files['report-to-authority.md']).not.toContain('您');
    expect(files['people.csv']).toContain('从何时起（北京时间）');
    for (const row of rows) expect(row.split(',')[2]).toMatch(/^2026-11-01 12:00:\d\d$/);
    const everything = Object.values(files).join('\n');
    for (const canary of Object.values(people).flatMap(canariesOf)) expect(everything).not.toContain(canary);
    expect(cloud.rows('messages').filter(({ template }) => template === 'incident')).toEqual([]);
    const days = [...asked, '--from', '2026-11-10', '--to', '2026-11-12'];
    const byDay = await operate(cloud, 'incident', ...days, '--out', join(out, 'by-day'));
    expect(byDay.stdout).toContain('受影响的有 4 人');
    const wrong = await operate(cloud, 'incident', ...days, '--from', 'soon', '--out', join(out, 'wrong'));
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringMatching(/^--from “soon”.*\n$/) as string });
    const inFile = await operate(cloud, 'incident', ...days, '--out', join(dir, 'people.csv', 'x'));
    expect(inFile).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^“.+”读写不了：.*\n$/) as string,
    });
    // A second run never writes over what the first found.
    expect(await operate(cloud, 'incident', ...args)).toMatchObject({ code: 2 });
  }, 60_000);

  it('tells each of them once, however often it is repeated, and leaves it in the person’s own history', async () => {
    const notify = () => cloud.invoke('retention', { action: 'incidentNotify', ...breach });
    expect(dataOf(await notify())).toMatchObject({ queued: 4, known: 0, next: null });
    expect(dataOf(await notify())).toMatchObject({ queued: 0, known: 4 });
    await cloud.timer('reconcile');
    expect(dataOf(await notify())).toMatchObject({ queued: 0, known: 4 });
    await cloud.travel(day(28));
    await cloud.timer('reconcile');
    // As an operator goes on after having looked: the same command, the same folder.
    const dir = join(out, 'found');
    const args = ['--field', breach.field, '--by', breach.by, '--from', breach.from, '--to', breach.to];
    const slip = await operate(cloud, 'incident', ...args, '--to', '2026-11-20', '--out', dir, '--notify');
    expect(slip).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('另一次调查') as string,
    });
    const again = await operate(cloud, 'incident', ...args, '--out', dir, '--notify');
    expect(again).toMatchObject({ code: 0, stdout: '已排队通知 0 人；4 人以前已经排过，没有重复。\n' });
    const told = (await cloud.outbox()).filter(({ text }) => text?.includes('安全事件'));
    expect(told.map(({ to }) => to).sort()).toEqual(affected.map((name) => people[name].number).sort());
    const { looks } = dataOf(await people.held.call('request', 'looks')) as { looks: object[] };
    const { from, to } = breach;
    expect(looks).toMatchObject([{ what: 'incident', about: '昵称', between: { from, to } }]);
    const events = cloud.rows('ledger').filter(({ type }) => type === 'incident.notified');
    expect(events.map(({ subject }) => subject).sort()).toEqual(
      affected.map((name) => subjects[name]).sort(),
    );
  });

  it.each<[string, string, ErrorCode]>([
    ['a field nobody declared', 'accounts.salary', 'FIELD_UNKNOWN'],
    ['a collection that leads to nobody', 'audits.reviewer', 'FIELD_OF_NOBODY'],
    ['a name every object has', 'accounts.constructor', 'FIELD_UNKNOWN'],
  ])('of %s is refused in a sentence', async (_, field, code) => {
    for (const action of ['incident', 'incidentErased', 'incidentNotify'])
      expectRefusal(await cloud.invoke('retention', { action, ...breach, field }), code);
  });

  it('can be asked by nobody inside WeChat', async () => {
    const asked = await cloud.invoke('retention', { action: 'incident', ...breach }, people.held.openid);
    expectRefusal(asked, 'CONSOLE_ONLY');
  });
});
