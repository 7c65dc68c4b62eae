import fc from 'fast-check';
import { dataMap, type CollectionName } from '../../../src/contracts/data-map';
import { documentSchema } from '../../../src/contracts/data-map/derive/document-schema';
import { erasurePlan } from '../../../src/contracts/data-map/derive/erasure';
import { bornBefore, sweepPlan, type SweepStep } from '../../../src/contracts/data-map/derive/sweep';
import type { Collection } from '../../../src/contracts/data-map/grammar';
import { instant } from '../../../src/contracts/values';
import type { Job } from '../../../cloudfunctions/platform/job';
import { createSubjectKey } from '../../../cloudfunctions/platform/keys';
import type { Row, Store } from '../../../cloudfunctions/platform/store';
import { sweep } from '../../../cloudfunctions/retention/sweep';
import { memoryStore } from '../../make/memory-store';
import { setTestKeys } from '../arbitrary/environment';
import { collections, fields, wholeFactsOf } from '../arbitrary/facts';
import { instants } from '../arbitrary/value';
import { rowOf } from '../arbitrary/rows';

setTestKeys();
const plan = sweepPlan();
const DAY = 24 * 60 * 60_000;
const named = plan.map((step) => [`${step.collection}, ${step.from} ${step.life}`, step] as const);
const declared = (name: CollectionName): Collection => dataMap[name];

describe('lives', () => {
  it('[P34] every field of every collection has a life that the erasure or the sweep ends', () => {
    const erased = new Map(erasurePlan().map((step) => [step.collection as string, step]));
    const endless = fields.filter(([name, , { retain, erase }]) => {
      const swept = plan.some(
        ({ collection, from, life }) => collection === name && from === retain.from && life === retain.for,
      );
      const ends = retain.for === 'account' ? erased.has(name) && erase !== 'keep-until' : swept;
      return !ends;
    });
    expect(endless.map(([name, field]) => `${name}.${field}`)).toEqual([]);
    expect(new Set(plan.map(({ life }) => life)).size).toBeGreaterThan(4);
  });

  it('[P34] are counted from columns that are there, are instants, and lead an index', () => {
    for (const [name, { times = {}, fields: its, indexes }] of collections) {
      for (const column of Object.values(times)) {
        expect([name, column, its[column]?.store]).toEqual([name, column, 'plain']);
        expect(its[column]?.schema).toBe(instant);
      }
      const counted = plan.filter(({ collection, column }) => collection === name && column !== '_id');
      for (const { column } of counted) {
        expect([name, indexes.map(({ on }) => on[0])]).toEqual([name, expect.arrayContaining([column])]);
      }
    }
  });

  it('end a row once, and what a row loses before leaves a row that can still be read', () => {
    for (const [name, collection] of collections) {
      const steps = plan.filter((step) => step.collection === name);
      expect(steps.filter(({ treat }) => treat === 'remove').length).toBeLessThanOrEqual(1);
      for (const { dropped } of steps) {
        const needed = Object.entries(collection.fields).filter(([, { optional }]) => optional !== true);
        expect(needed.filter(([field]) => dropped.includes(field))).toEqual([]);
      }
    }
    expect(plan.some(({ treat }) => treat === 'reduce')).toBe(true);
  });

  it('that are counted from the certificate all end with it, and the certificate goes last', () => {
    const forgotten = plan.filter(({ from }) => from === 'deregistered');
    expect(new Set(forgotten.map(({ life }) => life)).size).toBe(1);
    expect(plan.at(-1)).toMatchObject({ collection: 'certificates', from: 'deregistered', column: '_id' });
    expect(plan.slice(-forgotten.length)).toEqual(forgotten);
  });

  it('end in the same order however the map is declared: what certificates lead to, then they', () => {
    const reversed = sweepPlan(Object.fromEntries([...collections].reverse()));
    const forgotten = reversed.filter(({ from }) => from === 'deregistered');
    expect(reversed.slice(-forgotten.length)).toEqual(forgotten);
    expect(reversed.at(-1)?.collection).toBe('certificates');
    expect(new Set(reversed.map((step) => JSON.stringify(step)))).toEqual(
      new Set(plan.map((step) => JSON.stringify(step))),
    );
  });

  it('are not ended where nothing says when they began', () => {
    const { times: _, ...undated } = declared('usage');
    expect(sweepPlan({ usage: declared('usage') })).toHaveLength(1);
    expect(sweepPlan({ usage: undated })).toEqual([]);
  });

  it('of anchors end before those of the chains they cover, by more than a missed month', () => {
    const end = (name: string) => plan.find(({ collection }) => collection === name) as SweepStep;
    const now = new Date('2026-06-15T00:00:00Z');
    const [anchor, chain] = [bornBefore(end('anchors').life, now), bornBefore(end('ledger').life, now)];
    expect(Date.parse(anchor) - Date.parse(chain)).toBeGreaterThanOrEqual(28 * DAY);
    expect(plan.indexOf(end('anchors'))).toBeLessThan(plan.indexOf(end('ledger')));
  });

  it('[P36] of what is kept after erasure and tells of a person lie in the vault', () => {
    const kept = fields.filter(
      ([, , { erase, category }]) => erase === 'keep-until' && category !== 'record',
    );
    expect(
      kept.filter(([, , { store }]) => store !== 'vault').map(([name, field]) => `${name}.${field}`),
    ).toEqual([]);
    expect(kept.length).toBeGreaterThan(4);
  });

  it('are the calendar’s: a month ends on its last day where it has no such day', () => {
    expect(bornBefore('P1M', new Date('2026-03-31T10:00:00Z'))).toBe('2026-02-28T10:00:00.000Z');
    expect(bornBefore('P1Y', new Date('2028-02-29T10:00:00Z'))).toBe('2027-02-28T10:00:00.000Z');
    expect(bornBefore('P37M', new Date('2026-01-15T10:00:00Z'))).toBe('2022-12-15T10:00:00.000Z');
    expect(bornBefore('P180D', new Date('2026-06-30T00:00:00Z'))).toBe('2026-01-01T00:00:00.000Z');
  });

  it('never begin later as time goes on', () => {
    const lives = fc.constantFrom(...plan.map(({ life }) => life));
    fc.assert(
      fc.property(lives, instants, fc.integer({ min: 0, max: 400 * DAY }), (life, at, later) => {
        const then = bornBefore(life, new Date(Date.parse(at) + later));
        expect(bornBefore(life, new Date(at)) <= then).toBe(true);
      }),
    );
  });
});

const BEGAN = '2026-05-15T08:00:00.000Z';
/** When a life that began then is over, by a rule of this test's own. */
function endOf(life: string): number {
  const [, count = '', unit = ''] = /^P(\d+)([DMY])$/.exec(life) ?? [];
  const end = new Date(BEGAN);
  if (unit === 'D') end.setUTCDate(end.getUTCDate() + Number(count));
  else end.setUTCMonth(end.getUTCMonth() + Number(count) * (unit === 'Y' ? 12 : 1));
  return end.getTime();
}

const { key } = createSubjectKey('subject-1');
type Stored = Record<string, unknown> & { _id: string };

/** A row with every field, whose life began at an instant, or whose subject is this. */
function rowAt(step: SweepStep, id: string, began: string): Stored {
  const collection = declared(step.collection);
  const [facts = {}] = fc.sample(wholeFactsOf(collection), { numRuns: 1, seed: 11 });
  const row: Stored = { ...rowOf(collection, facts, key, id) };
  // Other lives of the row have not begun.
  for (const column of Object.values(collection.times ?? {})) Reflect.deleteProperty(row, column);
  const required = Object.fromEntries(
    Object.values(collection.times ?? {}).map((column) => [column, '2059-01-01T00:00:00.000Z']),
  );
  const whole = documentSchema(collection).safeParse(row).success ? row : { ...row, ...required };
  if (step.from !== 'deregistered') return { ...whole, [step.column]: began };
  return step.column === '_id' ? whole : { ...whole, [step.column]: id };
}

const certificateOf = (subject: string, certifiedAt: string): Stored => ({
  ...rowAt(plan.at(-1) as SweepStep, subject, BEGAN),
  certifiedAt,
});

/** The step's own row, one whose life began two days later, and one that no life reaches. */
async function peopled(step: SweepStep) {
  const memory = memoryStore();
  const later = new Date(Date.parse(BEGAN) + 2 * DAY).toISOString();
  const add = (name: CollectionName, row: Stored) =>
    memory.store.add(name, [row as unknown as Row<typeof name>]);
  if (step.from === 'deregistered') {
    await add('certificates', certificateOf('it', BEGAN));
    await add('certificates', certificateOf('later', later));
  }
  if (step.collection !== 'certificates') {
    await add(step.collection, rowAt(step, 'it', BEGAN));
    await add(step.collection, rowAt(step, 'later', later));
    if (step.from === 'deregistered') await add(step.collection, rowAt(step, 'stranger', BEGAN));
  }
  return memory;
}

const jobAt = (store: Store, now: number) => ({ store, now: new Date(now) }) as Job;
/** What of a step's data is there: whole rows, or the columns that it takes away. */
function there(
  { rows }: ReturnType<typeof memoryStore>,
  { collection, treat, dropped }: SweepStep,
): string[] {
  const held = rows(collection) as Stored[];
  return held
    .filter((row) => treat === 'remove' || dropped.some((column) => row[column] !== undefined))
    .map(({ _id }) => _id)
    .sort();
}

/** Which rows are there with which columns; ciphertexts differ from one sealing to the next. */
const shapeOf = ({ rows }: ReturnType<typeof memoryStore>, { collection }: SweepStep) =>
  (rows(collection) as Stored[]).map((row) => Object.keys(row).concat(row._id).sort());

describe.each(named)('[P34] the life of %s', (_, step) => {
  const all =
    step.from === 'deregistered' && step.collection !== 'certificates'
      ? ['it', 'later', 'stranger']
      : ['it', 'later'];

  it('leaves it there the day before its end, and takes it, and it alone, the day after', async () => {
    const memory = await peopled(step);
    const end = endOf(step.life);
    await sweep(jobAt(memory.store, end - DAY));
    expect(there(memory, step)).toEqual(all);
    const swept = await sweep(jobAt(memory.store, end + DAY));
    expect(there(memory, step)).toEqual(all.filter((id) => id !== 'it'));
    expect(swept[step.collection]).toBe(1);
    for (const row of memory.rows(step.collection)) {
      expect(documentSchema(declared(step.collection)).safeParse(row).success).toBe(true);
    }
    expect(Object.values(await sweep(jobAt(memory.store, end + DAY)))).toEqual([]);
  });

  it('ends the same when a run dies at any of its calls', async () => {
    const whole = await peopled(step);
    const at = endOf(step.life) + DAY;
    await sweep(jobAt(whole.store, at));
    for (let dies = 1; ; dies += 1) {
      const memory = await peopled(step);
      const died = await sweep(jobAt(dyingAt(memory.store, dies), at)).then(
        () => false,
        () => true,
      );
      await sweep(jobAt(memory.store, at));
      expect(shapeOf(memory, step)).toEqual(shapeOf(whole, step));
      if (!died) break;
    }
  });
});

/** A store whose n-th call is done and never answered. */
function dyingAt(store: Store, at: number): Store {
  let calls = 0;
  return new Proxy(store, {
    get:
      (target, name) =>
      async (...args: never[]) => {
        calls += 1;
        const answer = await (target[name as keyof Store] as (...given: never[]) => Promise<unknown>)(
          ...args,
        );
        if (calls === at) throw new Error('killed');
        return answer;
      },
  });
}
