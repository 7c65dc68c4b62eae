import fc from 'fast-check';
import { dataMap, type CollectionName } from '../../../src/contracts/data-map';
import { bornBefore } from '../../../src/contracts/data-map/derive/sweep';
import type { Collection } from '../../../src/contracts/data-map/grammar';
import { createSubjectKey } from '../../../cloudfunctions/platform/keys';
import type { Store } from '../../../cloudfunctions/platform/store';
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
const years = (count: number, from = released) =>
  new Date(Date.UTC(from.getUTCFullYear() + count, from.getUTCMonth(), from.getUTCDate() + 2));

/** A whole row of a collection, with some columns of one's own; `null` leaves one out. */
function row(name: CollectionName, _id: string, columns: Record<string, string | boolean | null>) {
  const collection: Collection = dataMap[name];
  const [facts = {}] = fc.sample(wholeFactsOf(collection), { numRuns: 1, seed: 11 });
  const whole = { ...rowOf(collection, facts, key, _id), ...columns };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null)) as { _id: string };
}

/** What a release left that did not write when a request or an erasure ended. */
function left() {
  const memory = memoryStore();
  const undated = { closedAt: null, open: false };
  memory.put('requests', row('requests', 'decided', { ...undated, decidedAt }));
  memory.put('requests', row('requests', 'cancelled', { ...undated, decidedAt: null }));
  memory.put('requests', row('requests', 'open', { ...undated, open: true, decidedAt }));
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
    await sweep(jobAt(memory.store));
    expect(dates(memory)).toEqual({ ...stamped, open: undefined, begun: undefined });
    await sweep(jobAt(memory.store, years(1)));
    expect(dates(memory)).toEqual({ ...stamped, open: undefined, begun: undefined });
  });

  it('ends when its life does', async () => {
    const memory = left();
    await sweep(jobAt(memory.store));
    await sweep(jobAt(memory.store, years(3)));
    expect(bornBefore('P3Y', years(3)) > now).toBe(true);
    expect(Object.keys(dates(memory)).sort()).toEqual(['begun', 'open']);
  });

  it('is dated the same when a run dies at any of its calls', async () => {
    for (let at = 1; ; at += 1) {
      const memory = left();
      const faulty = faultyStore(memory.store, at, 'after');
      await sweep(jobAt(faulty.store)).catch(() => undefined);
      await sweep(jobAt(memory.store));
      expect(dates(memory)).toMatchObject(stamped);
      if (faulty.calls() < at) break;
    }
  });

  it('waits for a later run where there are many', async () => {
    const memory = memoryStore();
    for (let made = 0; made < 201; made += 1)
      memory.put(
        'requests',
        row('requests', `request-${made}`, { closedAt: null, open: false, decidedAt: null }),
      );
    const undated = () => memory.rows('requests').filter((each) => each['closedAt'] === undefined).length;
    await sweep(jobAt(memory.store));
    expect(undated()).toBe(1);
    await sweep(jobAt(memory.store));
    expect(undated()).toBe(0);
  });
});
