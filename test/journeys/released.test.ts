import { schemaVersion } from '../../cloudfunctions/domain/schema-changes';
import { dataMap, type CollectionName } from '../../src/contracts/data-map';
import { documentSchema } from '../../src/contracts/data-map/derive/document-schema';
import type { TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { operate } from '../make/operate';
import { newestRelease, peopleOf, readReleased, releasedFiles, takenOver } from '../make/released';
import { declaredColumns } from '../released/columns';

const names = Object.keys(dataMap) as CollectionName[];
const DAY_MS = 24 * 60 * 60_000;

/** Everything of a database, each row with the version it bears. */
const everything = (on: TestCloud) =>
  names.flatMap((name) => on.rows(name).map((row) => [name, row] as const));

// Where this fails the form of some rows has changed: a change is missing in `domain/schema-changes.ts`, or, if it is
// there and not released yet, `tsx test/released/record.ts` writes its database anew.
test('the newest database is of rows as they are declared now', () => {
  expect(releasedFiles).toContain(newestRelease);
  expect(readReleased(newestRelease).columns).toEqual(declaredColumns());
});

describe.each(releasedFiles)('the database of release %s', (file) => {
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
    if (file !== newestRelease) expect(older(before.stdout)).toBeGreaterThan(20);
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
