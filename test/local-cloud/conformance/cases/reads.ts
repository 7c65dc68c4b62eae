import { contentOf, fails, ids, type Case } from '../case';

const many = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ _id: `r${String(n).padStart(4, '0')}`, n }));

/** Reading: `get`, `doc`, `field`, `orderBy`, `skip`, `limit`, `count`. */
export const READS: Case[] = [
  {
    name: 'doc().get() answers a list of one',
    given: [{ _id: 'a', n: 1 }],
    run: async ({ rows }) => (await rows.doc('a').get()).data,
    expect: [{ _id: 'a', n: 1 }],
  },
  {
    name: 'doc().get() of a missing document answers an empty list',
    run: async ({ rows }) => (await rows.doc('none').get()).data,
    expect: [],
  },
  {
    name: 'a number serves as _id',
    given: [{ _id: 7, n: 1 }],
    run: ({ rows }) => ids(rows.doc(7).get()),
    expect: [7],
  },
  {
    name: 'get() without where answers everything',
    given: many(3),
    run: async ({ rows }) => (await rows.get()).data.length,
    expect: 3,
  },
  {
    name: 'get() answers 100 by default',
    given: many(120),
    run: async ({ rows }) => (await rows.get()).data.length,
    expect: 100,
  },
  {
    name: 'limit(1000) answers up to 1000',
    given: many(950),
    run: async ({ rows }) => (await rows.limit(1000).get()).data.length,
    expect: 950,
  },
  {
    name: 'more than 1000 are never answered',
    given: many(1000),
    run: async ({ rows, send }) => {
      await rows.add([{ _id: 'x1' }, { _id: 'x2' }]);
      const answer = (await send('database.getDocument', {
        collectionName: rows.name,
        queryType: 'WHERE',
        limit: 5000,
      })) as { data: { list: unknown[] } };
      return answer.data.list.length;
    },
    expect: 1000,
  },
  {
    name: 'skip and limit page through an order',
    given: many(10),
    run: ({ rows }) => ids(rows.orderBy('n', 'desc').skip(2).limit(3).get()),
    expect: ['r0007', 'r0006', 'r0005'],
  },
  {
    name: 'orderBy by two fields',
    given: [
      { _id: 1, n: 1, m: 1 },
      { _id: 2, n: 1, m: 2 },
      { _id: 3, n: 0, m: 3 },
    ],
    run: ({ rows }) => ids(rows.orderBy('n', 'desc').orderBy('m', 'desc').get()),
    expect: [2, 1, 3],
  },
  {
    name: 'orderBy puts types in BSON order: null, number, string, object, array element, boolean, date',
    given: [
      { _id: 'date', v: new Date(0) },
      { _id: 'bool', v: false },
      { _id: 'object', v: { a: 1 } },
      { _id: 'string', v: 'a' },
      { _id: 'number', v: 9 },
      { _id: 'null', v: null },
    ],
    run: ({ rows }) => ids(rows.orderBy('v', 'asc').get()),
    expect: ['null', 'number', 'string', 'object', 'bool', 'date'],
  },
  {
    name: 'orderBy takes the least element of an array going up and the greatest going down',
    given: [
      { _id: 'a', v: [5, 1] },
      { _id: 'b', v: [2, 3] },
    ],
    run: async ({ rows }) => [
      await ids(rows.orderBy('v', 'asc').get()),
      await ids(rows.orderBy('v', 'desc').get()),
    ],
    expect: [
      ['a', 'b'],
      ['a', 'b'],
    ],
  },
  {
    name: 'field() keeps the named fields and _id',
    given: [{ _id: 'a', n: 1, m: 2 }],
    run: async ({ rows }) => (await rows.field({ n: true }).get()).data,
    expect: [{ _id: 'a', n: 1 }],
  },
  {
    name: 'field() leaves the named fields out',
    given: [{ _id: 'a', n: 1, m: 2 }],
    run: async ({ rows }) => (await rows.field({ n: false }).get()).data,
    expect: [{ _id: 'a', m: 2 }],
  },
  {
    name: 'field() leaves _id out when asked',
    given: [{ _id: 'a', n: 1, m: 2 }],
    run: async ({ rows }) => (await rows.field({ _id: false, n: true }).get()).data,
    expect: [{ n: 1 }],
  },
  {
    name: 'field() reaches into documents and arrays',
    given: [{ _id: 'a', o: { x: 1, y: 2 }, l: [{ x: 1, y: 2 }, 3] }],
    run: async ({ rows }) => (await rows.field({ 'o.x': true, 'l.y': true }).get()).data,
    expect: [{ _id: 'a', o: { x: 1 }, l: [{ y: 2 }] }],
  },
  {
    name: 'field() cuts an array with project.slice',
    given: [{ _id: 'a', l: [1, 2, 3, 4], n: 1 }],
    run: async ({ rows, _ }) => (await rows.field({ l: _.project.slice([1, 2]) }).get()).data,
    expect: [{ _id: 'a', l: [2, 3], n: 1 }],
  },
  {
    name: 'field() picks an element with project.elemMatch',
    given: [{ _id: 'a', l: [{ k: 1 }, { k: 2 }] }],
    run: async ({ rows, _ }) => (await rows.field({ l: _.project.elemMatch({ k: { $gt: 1 } }) }).get()).data,
    expect: [{ _id: 'a', l: [{ k: 2 }] }],
  },
  {
    name: 'field() cannot both keep and leave out',
    given: [{ _id: 'a' }],
    run: ({ rows }) => rows.field({ n: true, m: false }).get(),
    expect: fails('DATABASE_REQUEST_FAILED', 'INVALID_PARAM'),
  },
  {
    name: 'doc().field() projects one document',
    given: [{ _id: 'a', n: 1, m: 2 }],
    run: async ({ rows }) => (await rows.doc('a').field({ m: true }).get()).data,
    expect: [{ _id: 'a', m: 2 }],
  },
  {
    name: 'count() counts matches',
    given: many(5),
    run: async ({ rows, _ }) => (await rows.where({ n: _.gte(2) }).count()).total,
    expect: 3,
  },
  {
    name: 'count() without where counts all',
    given: many(5),
    run: async ({ rows }) => (await rows.count()).total,
    expect: 5,
  },
  {
    name: 'values come back as they were written',
    run: async ({ rows }) => {
      const values = {
        int: 1,
        long: 2 ** 40,
        double: 1.5,
        text: '弹性😀',
        yes: true,
        nothing: null,
        at: new Date(86_400_000),
        list: [1, 'a', [2]],
        deep: { a: { b: [] } },
      };
      await rows.add({ _id: 'v', ...values });
      return contentOf(rows, 'v');
    },
    expect: {
      int: 1,
      long: 2 ** 40,
      double: 1.5,
      text: '弹性😀',
      yes: true,
      nothing: null,
      at: new Date(86_400_000),
      list: [1, 'a', [2]],
      deep: { a: { b: [] } },
    },
  },
  {
    name: 'an undefined field is not stored',
    run: async ({ rows }) => (await rows.add({ _id: 'u', n: undefined, m: 1 }), contentOf(rows, 'u')),
    expect: { m: 1 },
  },
  {
    name: 'an ObjectId comes back as its hex string',
    run: async ({ rows, db }) => (
      await rows.add({ _id: 'o', ref: db.ObjectId({ id: '0123456789abcdef01234567' }) }),
      contentOf(rows, 'o')
    ),
    expect: { ref: '0123456789abcdef01234567' },
  },
  {
    name: 'a geographic point comes back as a point',
    run: async ({ rows, db }) => {
      await rows.add({ _id: 'g', at: new db.Geo.Point(114.3, 30.6) });
      const { at } = (await contentOf(rows, 'g')) as { at: { longitude: number; latitude: number } };
      return [at.longitude, at.latitude];
    },
    expect: [114.3, 30.6],
  },
];
