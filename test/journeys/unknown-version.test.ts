import { schemaVersion } from '../../cloudfunctions/domain/schema-changes';
import { dataMap, type CollectionName } from '../../src/contracts/data-map';
import type { TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { put } from '../make/frozen-people';
import { operate } from '../make/operate';
import { newestRelease, peopleOf, readReleased, setColumns, setVersion, takenOver } from '../make/released';

const names = Object.keys(dataMap) as CollectionName[];
const DAY_MS = 24 * 60 * 60_000;

describe('a row of a version that the functions do not know', () => {
  const released = readReleased(newestRelease);
  let on: TestCloud;
  beforeAll(async () => {
    on = await takenOver(released);
  });
  afterAll(() => on.stop());

  const version = (collection: string, id: string, value: unknown, where = on) =>
    setVersion(where, collection, id, value);
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

  // Anchors are a chain that proves: nobody's own, and nothing is added to one that cannot be read.
  const stopping: Partial<Record<CollectionName, readonly string[]>> = { anchors: ['anchorFinishedDays'] };

  // Rows that the timers meet on their way, where it is not any.
  const inTheWay: Partial<Record<CollectionName, () => unknown>> = {
    accounts: () => on.rows('requests').find(({ open }) => open === true)?.['subject'],
    staff_notices: () =>
      on
        .rows('staff_notices')
        .map(({ _id }) => String(_id))
        .filter((id) => id.endsWith('.due-0'))
        .sort()
        .at(-1),
  };

  it.each(names)('of %s stops no step of the timers, and no request of others', async (name) => {
    const row = String(inTheWay[name]?.() ?? on.rows(name)[0]?.['_id']);
    const others = on.rows('requests').filter(({ _id }) => name !== 'requests' || _id !== row);
    const ago = '2020-01-01T00:00:00.000Z';
    for (const { _id } of on.rows('requests'))
      await setColumns(on, 'requests', String(_id), { checkedAt: ago, staleSince: ago });
    await version(name, row, 99);
    try {
      const { failed } = dataOf(await on.timer('retention')) as { failed: string[] };
      expect(failed).toEqual(stopping[name] ?? []);
      expect(dataOf(await on.timer('reconcile'))).toMatchObject({ failed: [] });
      const [run] = on.cloud.logs.entries().filter((entry) => entry.function === 'reconcile');
      // Left out, and told to whoever watches.
      expect(JSON.stringify(run).includes('a row of a version that is not known')).toBe(name === 'accounts');
      for (const { _id, subject } of others) {
        const { checkedAt, staleSince } = rowOf('requests', String(_id)) ?? {};
        expect(checkedAt).not.toBe(ago);
        // Listed again, unless it is the one whose person or whose place in the list cannot be read.
        const isHeld = (name === 'accounts' && subject === row) || (name === 'review_queue' && _id === row);
        expect([_id, staleSince]).toEqual([_id, isHeld ? ago : undefined]);
      }
    } finally {
      await version(name, row, schemaVersion(name));
    }
    dataOf(await on.timer('reconcile'));
    expect(on.rows('requests').filter(({ staleSince }) => typeof staleSince === 'string')).toEqual([]);
  });

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
