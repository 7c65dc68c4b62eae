import fc from 'fast-check';
import { Binary, Decimal128, MaxKey, MinKey, ObjectId } from 'bson';
import { temporaryDatabase, wire } from './database/testing/wire';
import { compileFilter } from './database/query/filter';
import { documentOrder } from './database/query/sort';
import type { Document, IndexPlan, SortSpec } from './database/types';
import { compareValues } from './database/values/compare';
import { encodeKey, invertKey } from './database/values/key-encoding';
import { ejson } from './database/testing/wire';

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', 'a', 'ab', 'b', 'a\0b', '\u{1F600}', '\uFFFD'),
  fc.constantFrom(null, true, false, 0.5, -0.5, 2 ** 40),
  fc.constantFrom(new Date(0), new Date(5), new Date(-5)),
);
const embedded = fc.record({ x: scalar, y: scalar }, { requiredKeys: [] });
const value = fc.oneof(
  { weight: 5, arbitrary: scalar },
  {
    weight: 3,
    arbitrary: fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), scalar, embedded), { maxLength: 3 }),
  },
  { weight: 1, arbitrary: embedded },
);
const row = fc.record({ a: value, b: value, c: scalar }, { requiredKeys: [] });
const FIELDS = ['a', 'b', 'c', 'a.x', 'b.y', '_id'] as const;

const condition = fc.oneof(
  scalar,
  embedded,
  fc.record({ $gt: scalar }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $gt: fc.integer({ min: -3, max: 3 }), $lt: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ $lte: scalar }),
  fc.record({ $in: fc.array(fc.oneof(scalar, embedded), { maxLength: 4 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
  fc.constantFrom(/^a/, /^ab/, /b/),
);
const simple = fc.dictionary(fc.constantFrom(...FIELDS), condition, { maxKeys: 3, noNullPrototype: true });
const filter: fc.Arbitrary<Document> = fc.oneof(
  simple,
  fc.record({ $or: fc.array(simple, { minLength: 1, maxLength: 3 }) }),
  fc.tuple(simple, fc.array(simple, { minLength: 1, maxLength: 2 })).map(([own, $and]) => ({ ...own, $and })),
);
const direction = fc.constantFrom<1 | -1>(1, -1);
const sort: fc.Arbitrary<SortSpec> = fc.dictionary(fc.constantFrom(...FIELDS), direction, {
  maxKeys: 2,
  noNullPrototype: true,
});
const indexes: fc.Arbitrary<IndexPlan[]> = fc
  .uniqueArray(
    fc.uniqueArray(fc.record({ field: fc.constantFrom('a', 'b', 'c', 'a.x', 'b.y'), direction }), {
      selector: (f) => f.field,
      minLength: 1,
      maxLength: 3,
    }),
    {
      selector: (fields) => JSON.stringify(fields),
      maxLength: 3,
    },
  )
  .map((lists) => lists.map((fields, i) => ({ name: `index${String(i)}`, fields, unique: false })));

/** A compound index over two arrays cannot exist, so such a row is refused rather than stored. */
const isRefused = (error: unknown) => error instanceof Error && error.message.includes('parallel arrays');

describe('a range on an index', () => {
  test.each([
    ['the empty text, the last of its kind where the index goes down', '', { $lte: '' }],
    ['the empty text, from below', '', { $gte: '' }],
    ['an endless number', Infinity, { $gte: 0 }],
    ['an endless number below', -Infinity, { $lte: 0 }],
  ])('holds %s', async (_, c, condition) => {
    for (const direction of [1, -1] as const) {
      const { database, discard } = temporaryDatabase();
      try {
        const fields = [{ field: 'c', direction }];
        database.provision([{ name: 'rows', indexes: [{ name: 'by_c', fields, unique: false }] }]);
        const table = wire(database, 'rows');
        await table.add({ _id: 0, c });
        expect(await table.find({ c: condition })).toHaveLength(1);
      } finally {
        await discard();
      }
    }
  });
});

describe('the planner', () => {
  test('answers every filter, sort and limit as a look at every document would', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 25 }),
        indexes,
        fc.array(fc.tuple(filter, sort, fc.integer({ min: 1, max: 8 })), { minLength: 8, maxLength: 8 }),
        async (rows, plans, searches) => {
          const { database, discard } = temporaryDatabase();
          try {
            database.provision([{ name: 'rows', indexes: plans }]);
            const table = wire(database, 'rows');
            const kept: Document[] = [];
            for (const [i, content] of rows.entries()) {
              const document = { _id: i, ...content };
              await table.add(document).then(
                () => kept.push(document),
                (error: unknown) => {
                  if (!isRefused(error)) throw error;
                },
              );
            }
            for (const [query, order, limit] of searches) {
              const matches = compileFilter(query);
              const expected = kept.filter(matches).sort(documentOrder(order));
              const all = await table.find(query);
              expect(all.map((found) => found['_id']).sort()).toEqual(
                expected.map((found) => found['_id']).sort(),
              );
              const some = await table.find(query, { order: ejson(order), limit });
              expect(some).toHaveLength(Math.min(limit, expected.length));
              const ranking = documentOrder(order);
              // Documents that tie may come in any order, so places are compared, not identities.
              some.forEach((found, place) => {
                const same = kept.find((document) => document['_id'] === found['_id']);
                expect(ranking(same, expected[place])).toBe(0);
              });
              expect(await table.count(query)).toBe(expected.length);
            }
          } finally {
            await discard();
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);

  test('keeps indexes in step with every update and removal', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('update' as const), query: simple, set: fc.record({ c: scalar }) }),
      fc.record({ kind: fc.constant('remove' as const), query: simple, set: fc.constant({}) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 5, maxLength: 20 }),
        fc.array(step, { maxLength: 5 }),
        fc.array(simple, { minLength: 5, maxLength: 5 }),
        async (rows, steps, queries) => {
          const { database, discard } = temporaryDatabase();
          try {
            database.provision([
              {
                name: 'rows',
                indexes: ['a', 'b', 'c'].map((field) => ({
                  name: field,
                  fields: [{ field, direction: 1 as const }],
                  unique: false,
                })),
              },
            ]);
            const table = wire(database, 'rows');
            let kept: Document[] = rows.map((content, i) => ({ _id: i, ...content }));
            if (kept.length) await table.add(...kept);
            for (const { kind, query, set } of steps) {
              const matches = compileFilter(query);
              if (kind === 'remove') {
                expect(await table.remove(query)).toBe(kept.filter(matches).length);
                kept = kept.filter((document) => !matches(document));
              } else {
                await table.update(query, { $set: set });
                kept = kept.map((document) => (matches(document) ? { ...document, ...set } : document));
              }
            }
            for (const query of queries) {
              const expected = kept.filter(compileFilter(query)).map((document) => document['_id']);
              expect((await table.find(query)).map((document) => document['_id']).sort()).toEqual(
                expected.sort(),
              );
            }
            expect(await table.count({})).toBe(kept.length);
          } finally {
            await discard();
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);
});

describe('an index key', () => {
  const deep = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.double(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        new MinKey(),
        new MaxKey(),
        new ObjectId('0123456789abcdef01234567'),
        new Binary(Buffer.from('x')),
        Decimal128.fromString('1.5'),
        /a/i,
      ),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('x', 'y', 'z'), tie('value'), { noNullPrototype: true }),
    ),
  })).value;

  test('sorts as bytes exactly as MongoDB sorts the values, either way round', () => {
    fc.assert(
      fc.property(deep, deep, (a, b) => {
        const order = compareValues(a, b);
        expect(Math.sign(Buffer.compare(encodeKey(a), encodeKey(b)))).toBe(order);
        expect(Math.sign(Buffer.compare(invertKey(encodeKey(b)), invertKey(encodeKey(a))))).toBe(order);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('an indexed read', () => {
  const plan = {
    name: 'rows',
    indexes: [
      {
        name: 'by_city_age',
        fields: [
          { field: 'city', direction: 1 as const },
          { field: 'age', direction: -1 as const },
        ],
        unique: false,
      },
      { name: 'by_serial', fields: [{ field: 'serial', direction: 1 as const }], unique: true },
    ],
  };
  const cities = Array.from({ length: 10 }, (_, i) => `c${String(i)}`);
  const five = (order: Document) => ({ order: ejson(order), limit: 5 });
  const reads: [string, Document, Document, number][] = [
    ['equality', { serial: 500 }, {}, 1],
    ['a list of values', { serial: { $in: [1, 2, 3] } }, {}, 3],
    ['a range', { serial: { $gte: 10, $lt: 20 } }, {}, 10],
    ['equality, then a range on the next field', { city: 'c3', age: { $gt: 2995 } }, {}, 0],
    ['equality, then a sort on the next field, with a limit', { city: 'c3' }, five({ age: -1 }), 6],
    ['the same sort backwards', { city: 'c3' }, five({ age: 1 }), 6],
    ['a sort by the whole index', {}, five({ city: -1, age: 1 }), 6],
    ['a small range beside words that most have', { serial: { $lt: 5 }, city: { $in: cities } }, {}, 5],
    [
      'a sort beside words that all have',
      { city: { $in: cities }, serial: { $gt: 9 } },
      five({ serial: 1 }),
      6,
    ],
    ['another order, where most match', { serial: { $gt: 9 } }, five({ city: 1, age: -1 }), 6],
    ['_id', { _id: 7 }, {}, 1],
    ['alternatives that each have an index', { $or: [{ serial: 3 }, { _id: 4 }] }, {}, 2],
  ];
  test.each(reads)(
    'by %s looks at the documents it answers and no more',
    async (_name, query, more, most) => {
      const { database, discard } = temporaryDatabase();
      database.provision([plan]);
      const table = wire(database, 'rows');
      const rows = Array.from({ length: 3000 }, (_, i) => ({
        _id: i,
        serial: i,
        city: `c${String(i % 10)}`,
        age: i,
      }));
      for (let done = 0; done < 3000; done += 1000) await table.add(...rows.slice(done, done + 1000));
      const before = database.stats();
      await table.find(query, more);
      const after = database.stats();
      expect(after.scans).toBe(before.scans);
      expect(after.examinedDocs - before.examinedDocs).toBeLessThanOrEqual(most || 10);
      await discard();
    },
  );

  test('without an index is counted as a scan', async () => {
    const { database, discard } = temporaryDatabase();
    database.provision([plan]);
    const table = wire(database, 'rows');
    await table.add({ colour: 'red' });
    await table.find({ colour: 'red' });
    expect(database.stats()).toMatchObject({
      scans: 1,
      scannedDocs: 1,
      lastScans: [{ collection: 'rows', fields: ['colour'] }],
    });
    await discard();
  });
});
