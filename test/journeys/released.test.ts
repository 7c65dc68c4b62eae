import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaChangesKnown, schemaVersion } from '../../cloudfunctions/domain/schema-changes';
import { guardAfter } from '../../cloudfunctions/platform/guard';
import { dataMap, type CollectionName } from '../../src/contracts/data-map';
import { documentSchema } from '../../src/contracts/data-map/derive/document-schema';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { put } from '../make/frozen-people';
import { withKeysOf } from '../make/borrowed-keys';
import { operate } from '../make/operate';
import { declaredColumns } from '../released/columns';
import type { Cast } from '../released/life';

/** A database as a release left it; see `test/released/record.ts`. */
interface Released {
  at: string;
  cast: Cast;
  secrets: Record<string, string>;
  columns: Record<string, string[]>;
  rows: Record<string, ({ _id: string } & Record<string, unknown>)[]>;
}

const folder = join(__dirname, '../released/databases');
const files = readdirSync(folder);
const names = Object.keys(dataMap) as CollectionName[];
const DAY_MS = 24 * 60 * 60_000;
const readReleased = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Released;

/** Rows that have ended and do not say when, as the first releases left them: what the first two changes are about. */
async function putUndated(on: TestCloud, { requests = [], erasures = [] }: Released['rows']): Promise<void> {
  const closed = requests.find(({ open }) => open === false);
  const { closedAt: _, guard: _guard, schemaVersion: _version, ...request } = closed ?? { _id: '' };
  const undated = { ...request, _id: 'undated-request' };
  await put(on, 'requests', [{ ...undated, guard: guardAfter(dataMap.requests, undated as never) }]);
  const { certifiedAt: _date, schemaVersion: _before, ...erasure } = erasures[0] ?? { _id: '' };
  await put(on, 'erasures', [{ ...erasure, _id: 'undated-erasure', schemaVersion: null }]);
}

/** This release's functions on the database of that one, at the time when it was left. */
async function takenOver({ at, secrets, rows }: Released): Promise<TestCloud> {
  const on = await startTestCloud(secrets);
  for (const [name, each] of Object.entries(rows)) await put(on, name, each);
  await withKeysOf({ secrets: () => secrets }, () => putUndated(on, rows));
  await on.travel(new Date(Date.parse(at) + 60_000));
  return on;
}

/** What can be asked of the people of a released database. */
const peopleOf = (on: TestCloud, { cast }: Released) =>
  Object.fromEntries(
    Object.entries(cast).map(([name, { openid, number }]) => [
      name,
      {
        ...{ openid, number },
        call: (to: string, action: string, input: object = {}) => on.invoke(to, { action, ...input }, openid),
        proof: async () => ({ kind: 'wechat', code: await on.phoneCode(openid, number) }),
      },
    ]),
  ) as unknown as Record<
    keyof Cast,
    {
      openid: string;
      number: string;
      call: (...of: [string, string, object?]) => ReturnType<TestCloud['invoke']>;
      proof: () => Promise<object>;
    }
  >;

/** Everything of a database, each row with the version it bears. */
const everything = (on: TestCloud) =>
  names.flatMap((name) => on.rows(name).map((row) => [name, row] as const));

const newest = `${String(schemaChangesKnown)}.json`;

// Where this fails the form of some rows has changed: a change is missing in `domain/schema-changes.ts`, or, if it is
// there and not released yet, `tsx test/released/record.ts` writes its database anew.
test('the newest database is of rows as they are declared now', () => {
  expect(files).toContain(newest);
  expect(readReleased(newest).columns).toEqual(declaredColumns());
});

describe.each(files)('the database of release %s', (file) => {
  const released = readReleased(file);
  let on: TestCloud;
  let people: ReturnType<typeof peopleOf>;
  beforeAll(async () => {
    on = await takenOver(released);
    people = peopleOf(on, released);
  });
  afterAll(() => on.stop());

  it('has rows in each collection, which this release reads as they are', () => {
    // Keys that lie in an environment of their own are tested where there is one.
    const filled = names.filter((name) => (released.rows[name] ?? []).length > 0);
    expect(names.filter((name) => name !== 'keys' && !filled.includes(name))).toEqual([]);
    for (const [name, { schemaVersion: _, ...row }] of everything(on))
      expect([name, documentSchema(dataMap[name]).safeParse(row).error?.issues ?? []]).toEqual([name, []]);
  });

  it('goes on as if nothing had happened, before anything is migrated', async () => {
    const { resident, leaving, erased, guardian, child } = people;
    expect(dataOf(await resident.call('account', 'session'))).toMatchObject({ status: 'member' });
    expect(dataOf(await leaving.call('account', 'session'))).toMatchObject({ status: 'frozen' });
    expect(dataOf(await erased.call('account', 'session'))).toMatchObject({ status: 'guest' });
    expect(dataOf(await child.call('account', 'session'))).toMatchObject({ status: 'child' });
    expect(dataOf(await guardian.call('account', 'wards'))['wards']).toHaveLength(1);
    expect(JSON.stringify(dataOf(await resident.call('account', 'profile')))).toContain('金丝雀');
    expect(dataOf(await resident.call('request', 'mine'))['requests']).toHaveLength(3);
    expect(dataOf(await resident.call('consent', 'history'))['events']).not.toEqual([]);
    expect(dataOf(await leaving.call('community', 'feed', { order: 'newest' }))['proposals']).toHaveLength(1);
    dataOf(await resident.call('account', 'correct', { field: 'nickname', value: '新名字' }));
  });

  it('is brought to today’s schemas, row by row, by the timer alone; telling how many are left', async () => {
    const before = await operate(on, 'health', '--json', '--quick');
    const older = (text: string) =>
      (JSON.parse(text) as { signals: { name: string; count: number }[] }).signals.find(
        ({ name }) => name === 'schema-older',
      )?.count;
    if (file !== newest) expect(older(before.stdout)).toBeGreaterThan(20);
    expect(dataOf(await on.timer('retention'))).toMatchObject({ failed: [] });
    const versions = everything(on).map(([name, row]) => [name, row['schemaVersion']]);
    expect(versions).toEqual(everything(on).map(([name]) => [name, schemaVersion(name)]));
    expect(older((await operate(on, 'health', '--json', '--quick')).stdout)).toBe(0);
    const dated = on.rows('requests').find(({ _id }) => _id === 'undated-request');
    expect(dated?.['closedAt']).toBe(dated?.['decidedAt']);
    const ended = on.rows('erasures').find(({ _id }) => _id === 'undated-erasure');
    expect(ended).toMatchObject({ state: 'certified', certifiedAt: expect.stringMatching(/^20/) as string });
    const migrated = await operate(on, 'migrate');
    expect([migrated.code, migrated.stdout]).toEqual([
      0,
      '升了 0 行，还有 0 行是旧格式。\n都是现在的格式。\n',
    ]);
    const verified = await operate(on, 'verify', 'ledger');
    expect([verified.code, verified.stderr]).toEqual([0, '']);
  });

  it('[P57] leaves nothing of anybody who goes', async () => {
    const { resident, guardian, leaving, child } = people;
    for (const person of [resident, guardian])
      dataOf(await person.call('account', 'deregister', { phone: await person.proof(), reason: '不用了' }));
    await on.travel(new Date(Date.parse(released.at) + 30 * DAY_MS));
    dataOf(await on.timer('retention'));
    dataOf(await on.timer('reconcile'));
    dataOf(await on.timer('retention'));
    for (const person of [resident, guardian, leaving, child]) {
      expect(dataOf(await person.call('account', 'session'))).toMatchObject({ status: 'guest' });
      for (const trace of [person.openid, person.number]) expect(on.filesHolding(trace)).toEqual([]);
    }
    expect(on.rows('accounts')).toEqual([]);
    expect(on.rows('certificates')).toHaveLength(5);
  });
});

describe('a row of a version that the functions do not know', () => {
  const released = readReleased(newest);
  let on: TestCloud;
  beforeAll(async () => {
    on = await takenOver(released);
  });
  afterAll(() => on.stop());

  const version = async (collection: string, _id: string, value: unknown, where = on) => {
    const query = JSON.stringify({ _id });
    const data = JSON.stringify({ $set: { schemaVersion: value } });
    const flags = { queryType: 'WHERE', multi: false, upsert: false, merge: true };
    await where.cloud.database.call('database.modifyDocument', {
      collectionName: collection,
      query,
      data,
      ...flags,
    });
  };
  const rowOf = (collection: string, id: string) => on.rows(collection).find(({ _id }) => _id === id);

  it.each([99, -1, 1.5, '2', { version: 2 }])(
    'is neither told nor touched, and is whole again when they do: %p',
    async (strange) => {
      const { resident } = peopleOf(on, released);
      const id = String(on.rows('requests')[0]?.['subject']);
      const request = on.rows('requests').find((row) => row['subject'] === id) ?? {};
      for (const [name, row] of [
        ['accounts', id],
        ['requests', String(request['_id'])],
      ] as const)
        await version(name, row, strange);
      const [heldAccount, heldRequest] = [rowOf('accounts', id), rowOf('requests', String(request['_id']))];
      expectRefusal(await resident.call('account', 'profile'), 'DATA_NEWER');
      expectRefusal(
        await resident.call('account', 'deregister', { phone: await resident.proof(), reason: '走' }),
        'DATA_NEWER',
      );
      const { failed } = dataOf(await on.timer('retention')) as { failed: string[] };
      expect(failed).not.toContain('migrate');
      expect([rowOf('accounts', id), rowOf('requests', String(request['_id']))]).toEqual([
        heldAccount,
        heldRequest,
      ]);
      const health = await operate(on, 'health', '--quick');
      expect(health.code).toBe(1);
      expect(health.stdout).toContain('【告警】运行中的代码不认识格式的数据：2');
      expect(health.stdout).toContain('config/operate/runbooks/schema.md');
      const migrated = await operate(on, 'migrate');
      expect(migrated.code).toBe(1);
      expect(migrated.stdout).toContain('accounts 有 1 行的格式，运行中的代码不认识，没有动。');
      for (const [name, row] of [
        ['accounts', id],
        ['requests', String(request['_id'])],
      ] as const)
        await version(name, row, schemaVersion(name));
      expect(dataOf(await resident.call('account', 'profile'))).toBeDefined();
    },
  );

  it('outlives its own end, and keeps nobody else from theirs', async () => {
    const { leaving, resident } = peopleOf(on, released);
    const frozen = on.rows('accounts').find(({ status }) => status === 'frozen');
    dataOf(await resident.call('account', 'deregister', { phone: await resident.proof(), reason: '不用了' }));
    const [code] = on.rows('sms_codes');
    await put(on, 'sms_codes', [{ ...code, _id: 'another-code', schemaVersion: 1 }]);
    const due = [
      ['accounts', String(frozen?.['_id'])],
      ['sms_codes', String(code?.['_id'])],
    ] as const;
    for (const [name, id] of due) await version(name, id, 99);
    const held = due.map(([name, id]) => rowOf(name, id));
    expect(held.every((row) => row !== undefined)).toBe(true);
    await on.travel(new Date(Date.parse(released.at) + 40 * DAY_MS));
    expect(dataOf(await on.timer('retention'))).toMatchObject({ erased: 1, failed: [] });
    expect(rowOf('sms_codes', 'another-code')).toBeUndefined();
    expect(dataOf(await resident.call('account', 'session'))).toMatchObject({ status: 'guest' });
    expect(due.map(([name, id]) => rowOf(name, id))).toEqual(held);
    for (const [name, id] of due) await version(name, id, schemaVersion(name));
    dataOf(await on.timer('retention'));
    expect(due.map(([name, id]) => rowOf(name, id))).toEqual([undefined, undefined]);
    expect(dataOf(await leaving.call('account', 'session'))).toMatchObject({ status: 'guest' });
  });

  it('is found again by its certificate, whose own end waits for it', async () => {
    const erased = String(on.rows('certificates')[0]?.['_id']);
    const row = on.rows('ledger').find(({ subject }) => subject === erased);
    await version('ledger', String(row?.['_id']), 99);
    await on.travel(new Date(Date.parse(released.at) + 4 * 365 * DAY_MS));
    const { failed } = dataOf(await on.timer('retention')) as { failed: string[] };
    expect(failed).toContain('sweep');
    expect(on.rows('certificates').map(({ _id }) => _id)).toContain(erased);
    await version('ledger', String(row?.['_id']), schemaVersion('ledger'));
    expect(dataOf(await on.timer('retention'))).toMatchObject({ failed: [] });
    expect(on.rows('ledger').filter(({ subject }) => subject === erased)).toEqual([]);
    expect(on.rows('certificates')).toEqual([]);
  });

  it('keeps its person uncertified where only it is left, and goes with the next run that knows it', async () => {
    const again = await takenOver(released);
    try {
      const subject = String(again.rows('accounts').find(({ status }) => status === 'frozen')?.['_id']);
      const support = again.rows('supports').find((row) => row['subject'] === subject);
      await version('supports', String(support?.['_id']), 99, again);
      await again.travel(new Date(Date.parse(released.at) + 30 * DAY_MS));
      expect(dataOf(await again.timer('retention'))).toMatchObject({ erased: 0, left: 1 });
      expect(again.rows('supports')).toEqual([{ ...support, schemaVersion: 99 }]);
      const certified = () => again.rows('certificates').some(({ _id }) => _id === subject);
      expect(certified()).toBe(false);
      await version('supports', String(support?.['_id']), schemaVersion('supports'), again);
      expect(dataOf(await again.timer('retention'))).toMatchObject({ erased: 1, left: 0 });
      expect(again.rows('supports')).toEqual([]);
      expect(certified()).toBe(true);
    } finally {
      await again.stop();
    }
  });
});
