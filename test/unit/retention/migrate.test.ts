import fc from 'fast-check';
import { schemaVersion } from '../../../cloudfunctions/domain/schema-changes';
import { dataMap, type CollectionName } from '../../../src/contracts/data-map';
import { bornBefore } from '../../../src/contracts/data-map/derive/sweep';
import type { Collection } from '../../../src/contracts/data-map/grammar';
import { createSubjectKey } from '../../../cloudfunctions/platform/keys';
import { guardAfter, isUntouched } from '../../../cloudfunctions/platform/guard';
import type { Row, Store } from '../../../cloudfunctions/platform/store';
import { migrate } from '../../../cloudfunctions/retention/migrate';
import { sweep } from '../../../cloudfunctions/retention/sweep';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { wholeFactsOf } from '../../laws/arbitrary/facts';
import { rowOf } from '../../laws/arbitrary/rows';
import { faultyStore } from '../../make/faulty-store';
import { memoryStore } from '../../make/memory-store';

setTestKeys();
const released = new Date('2026-05-15T08:00:00.000Z');
const decidedAt = '2026-01-20T08:00:00.000Z';
const { key } = createSubjectKey('subject-1');
const jobAt = (store: Store, now = released) => ({ store, wechat: undefined as never, now });
const always = () => true;

/** What the timer does with rows of an earlier release, in its order. */
async function run(store: Store, now = released): Promise<void> {
  await migrate(jobAt(store, now), always);
  await sweep(jobAt(store, now));
}
const years = (count: number, from = released) =>
  new Date(Date.UTC(from.getUTCFullYear() + count, from.getUTCMonth(), from.getUTCDate() + 2));

/** A whole row of a collection, with some columns of one's own; `null` leaves one out. */
function row(name: CollectionName, _id: string, columns: Record<string, string | boolean | null>) {
  const collection: Collection = dataMap[name];
  const [facts = {}] = fc.sample(wholeFactsOf(collection), { numRuns: 1, seed: 11 });
  const whole = { ...rowOf(collection, facts, key, _id), ...columns };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null)) as { _id: string };
}

/** The same as the functions write a request. */
const guarded = (_id: string, columns: Record<string, string | boolean | null>) => {
  const whole = row('requests', _id, columns) as unknown as Row<'requests'>;
  return { ...whole, guard: guardAfter(dataMap.requests, whole) };
};

/** What a release left that did not write when a request or an erasure ended. */
function left() {
  const memory = memoryStore();
  const undated = { closedAt: null, open: false };
  memory.put('requests', guarded('decided', { ...undated, decidedAt }));
  memory.put('requests', guarded('cancelled', { ...undated, decidedAt: null }));
  memory.put('requests', guarded('open', { ...undated, open: true, decidedAt }));
  const proven = { state: 'certified', certifiedAt: null };
  memory.put('erasures', row('erasures', 'proven', proven));
  memory.put('erasures', row('erasures', 'forgotten', proven));
  memory.put('erasures', row('erasures', 'begun', { ...proven, state: 'begun' }));
  memory.put('certificates', row('certificates', 'proven', { certifiedAt: decidedAt }));
  return memory;
}
const dates = ({ rows }: ReturnType<typeof left>) => ({
  ...Object.fromEntries(rows('requests').map((each) => [each._id, each['closedAt']])),
  ...Object.fromEntries(rows('erasures').map((each) => [each._id, each['certifiedAt']])),
});

const now = released.toISOString();
const stamped = { decided: decidedAt, cancelled: now, proven: decidedAt, forgotten: now };

describe('[P34] a row of an earlier release that ended and does not say when', () => {
  it('gets its last decision’s or its certificate’s date, or today’s, and what is open gets none', async () => {
    const memory = left();
    await run(memory.store);
    expect(dates(memory)).toEqual({ ...stamped, open: undefined, begun: undefined });
    await run(memory.store, years(1));
    expect(dates(memory)).toEqual({ ...stamped, open: undefined, begun: undefined });
  });

  it('is no edit by hand afterwards', async () => {
    const memory = left();
    await run(memory.store);
    const rows = memory.rows('requests') as unknown as Row<'requests'>[];
    expect(rows.filter((each) => !isUntouched(dataMap.requests, each))).toEqual([]);
  });

  it('is left as it is where somebody edited it, so that the edit still shows, and holds up none behind it', async () => {
    const memory = memoryStore();
    const undated = { closedAt: null, open: false, decidedAt };
    for (let made = 0; made < 250; made += 1) {
      const edited = guarded(`a-${String(made).padStart(3, '0')}`, undated);
      const { guard: _, ...guardless } = edited;
      memory.put('requests', made % 2 === 0 ? { ...edited, version: 99 } : guardless);
    }
    memory.put('requests', guarded('behind', undated));
    await run(memory.store);
    const dated = memory.rows('requests').filter(({ closedAt }) => closedAt !== undefined);
    expect(dated.map(({ _id }) => _id)).toEqual(['behind']);
  });

  it('is not dated by what it was, where somebody opens it again in the same moment', async () => {
    const memory = left();
    const reopened = guarded('decided', { closedAt: null, open: true, decidedAt });
    const store: Store = {
      ...memory.store,
      versions: {
        ...memory.store.versions,
        raise: (name, filter, to, change) => {
          memory.put('requests', { ...reopened, schemaVersion: 1 });
          return memory.store.versions.raise(name, filter, to, change);
        },
      },
    };
    await migrate(jobAt(store), always);
    expect(memory.rows('requests').find(({ _id }) => _id === 'decided')).toEqual(reopened);
    // It has missed its turn, and the next run takes it as it is then.
    await migrate(jobAt(memory.store), always);
    expect(memory.rows('requests').find(({ _id }) => _id === 'decided')).toEqual(reopened);
    expect(memory.versionsIn('requests')['decided']).toBe(schemaVersion('requests'));
  });

  it('ends when its life does', async () => {
    const memory = left();
    await run(memory.store);
    await run(memory.store, years(3));
    expect(bornBefore('P3Y', years(3)) > now).toBe(true);
    expect(Object.keys(dates(memory)).sort()).toEqual(['begun', 'open']);
  });

  it('is dated the same when a run dies at any of its calls', async () => {
    for (let at = 1; ; at += 1) {
      const memory = left();
      const faulty = faultyStore(memory.store, at, 'after');
      await run(faulty.store).catch(() => undefined);
      await run(memory.store);
      expect(dates(memory)).toMatchObject(stamped);
      if (faulty.calls() < at) break;
    }
  });

  it('waits for a later run where there is no time left', async () => {
    const memory = memoryStore();
    const many = 1200;
    for (let made = 0; made < many; made += 1)
      memory.put('requests', guarded(`request-${made}`, { closedAt: null, open: false, decidedAt: null }));
    const undated = () => memory.rows('requests').filter((each) => each['closedAt'] === undefined).length;
    await migrate(jobAt(memory.store), () => undated() === many);
    expect(undated()).toBeGreaterThan(0);
    expect(undated()).toBeLessThan(many);
    await migrate(jobAt(memory.store), always);
    expect(undated()).toBe(0);
  });
});
