import { contentOf, fails, type Bench, type Case } from '../case';

type Document = Record<string, unknown>;

/** [what, the document before, the update, the document after]. */
const UPDATES: [string, Document, (bench: Bench) => Document, Document][] = [
  ['a plain field is set', { n: 1 }, () => ({ n: 2 }), { n: 2 }],
  ['nested objects merge', { o: { a: 1, b: 2 } }, () => ({ o: { b: 3, c: 4 } }), { o: { a: 1, b: 3, c: 4 } }],
  ['a dotted path is set', { o: { a: 1 } }, () => ({ 'o.b.c': 2 }), { o: { a: 1, b: { c: 2 } } }],
  ['an array is replaced', { l: [1, 2] }, () => ({ l: [3] }), { l: [3] }],
  ['an element is set by its index', { l: [1, 2] }, () => ({ 'l.1': 9 }), { l: [1, 9] }],
  ['an index past the end pads with nulls', { l: [1] }, () => ({ 'l.3': 9 }), { l: [1, null, null, 9] }],
  ['set replaces a nested object', { o: { a: 1 } }, ({ _ }) => ({ o: _.set({ b: 2 }) }), { o: { b: 2 } }],
  ['remove takes a field away', { n: 1, m: 2 }, ({ _ }) => ({ n: _.remove() }), { m: 2 }],
  ['remove of a missing field changes nothing', { m: 2 }, ({ _ }) => ({ n: _.remove() }), { m: 2 }],
  ['inc adds', { n: 1 }, ({ _ }) => ({ n: _.inc(4) }), { n: 5 }],
  ['inc makes a missing field', {}, ({ _ }) => ({ n: _.inc(-2) }), { n: -2 }],
  ['mul multiplies', { n: 3 }, ({ _ }) => ({ n: _.mul(4) }), { n: 12 }],
  ['mul makes a missing field zero', {}, ({ _ }) => ({ n: _.mul(4) }), { n: 0 }],
  ['min keeps the lesser', { n: 3, m: 3 }, ({ _ }) => ({ n: _.min(2), m: _.min(4) }), { n: 2, m: 3 }],
  ['max keeps the greater', { n: 3, m: 3 }, ({ _ }) => ({ n: _.max(2), m: _.max(4) }), { n: 3, m: 4 }],
  ['rename moves a field', { n: 1 }, ({ _ }) => ({ n: _.rename('m') }), { m: 1 }],
  ['bit', { n: 12 }, ({ _ }) => ({ n: _.bit({ and: 10 }) }), { n: 8 }],
  ['push appends', { l: [1] }, ({ _ }) => ({ l: _.push([2, 3]) }), { l: [1, 2, 3] }],
  ['push makes a missing array', {}, ({ _ }) => ({ l: _.push(1) }), { l: [1] }],
  [
    'push with position, sort and slice',
    { l: [5, 1] },
    ({ _ }) => ({ l: _.push({ each: [3, 9], position: 0, sort: -1, slice: 3 }) }),
    { l: [9, 5, 3] },
  ],
  [
    'push sorts documents by a field',
    { l: [{ k: 2 }] },
    ({ _ }) => ({ l: _.push({ each: [{ k: 1 }], sort: { k: 1 } }) }),
    { l: [{ k: 1 }, { k: 2 }] },
  ],
  [
    'push keeps the last with a negative slice',
    { l: [1, 2] },
    ({ _ }) => ({ l: _.push({ each: [3], slice: -2 }) }),
    { l: [2, 3] },
  ],
  ['unshift prepends', { l: [3] }, ({ _ }) => ({ l: _.unshift([1, 2]) }), { l: [1, 2, 3] }],
  ['pop drops the last', { l: [1, 2] }, ({ _ }) => ({ l: _.pop() }), { l: [1] }],
  ['shift drops the first', { l: [1, 2] }, ({ _ }) => ({ l: _.shift() }), { l: [2] }],
  ['pull drops equal elements', { l: [1, 2, 1] }, ({ _ }) => ({ l: _.pull(1) }), { l: [2] }],
  [
    'pull drops documents that match',
    { l: [{ k: 1, v: 1 }, { k: 2 }] },
    ({ _ }) => ({ l: _.pull({ k: 1 }) }),
    { l: [{ k: 2 }] },
  ],
  ['pullAll drops each of a list', { l: [1, 2, 3] }, ({ _ }) => ({ l: _.pullAll([1, 3]) }), { l: [2] }],
  ['addToSet adds what is not there', { l: [1] }, ({ _ }) => ({ l: _.addToSet(2) }), { l: [1, 2] }],
  ['addToSet leaves what is there', { l: [1] }, ({ _ }) => ({ l: _.addToSet(1) }), { l: [1] }],
  ['null over an object replaces it', { o: { a: 1 } }, () => ({ o: null }), { o: null }],
];

const REFUSED: [string, Document, (bench: Bench) => Document][] = [
  ['inc on text', { n: 'one' }, ({ _ }) => ({ n: _.inc(1) })],
  ['inc by text', { n: 1 }, ({ _ }) => ({ n: _.inc('1') })],
  ['mul on null', { n: null }, ({ _ }) => ({ n: _.mul(2) })],
  ['push on a value that is not an array', { n: 1 }, ({ _ }) => ({ n: _.push(1) })],
  ['addToSet on a value that is not an array', { n: 1 }, ({ _ }) => ({ n: _.addToSet(1) })],
  ['pop on a value that is not an array', { n: 1 }, ({ _ }) => ({ n: _.pop() })],
  ['pull on a value that is not an array', { n: 1 }, ({ _ }) => ({ n: _.pull(1) })],
  ['set through a number', { n: 1 }, () => ({ 'n.a': 1 })],
  ['set through null', { n: null }, () => ({ n: { a: 1 } })],
  ['a name where an array needs an index', { l: [1] }, () => ({ 'l.a': 1 })],
];

const REFUSED_RAW: [string, Document][] = [
  ['an unknown update operator', { $put: { n: 1 } }],
  ['fields without an operator', { n: 1 }],
  ['an empty operator', { $set: {} }],
  ['two operators on one path', { $set: { n: 1 }, $inc: { n: 1 } }],
  ['a path and its parent', { $set: { o: {}, 'o.a': 1 } }],
  ['a change of _id', { $set: { _id: 'other' } }],
  ['a field that starts with a dollar', { $set: { o: { $a: 1 } } }],
  ['$push with an unknown clause', { $push: { l: { $each: [1], $first: 1 } } }],
];

/** Writing over documents that exist. */
export const UPDATING: Case[] = [
  ...UPDATES.map(([name, before, update, after]): Case => ({
    name,
    given: [{ _id: 'one', ...before }],
    run: async (bench) => {
      await bench.rows.doc('one').update(update(bench));
      return contentOf(bench.rows, 'one');
    },
    expect: after,
  })),
  ...REFUSED.map(([name, before, update]): Case => ({
    name: `refuses ${name}, and changes nothing`,
    given: [{ _id: 'one', ...before }],
    run: async (bench) => {
      const code = await bench.rows
        .doc('one')
        .update(update(bench))
        .then(
          () => 'no error',
          (error: { code: string }) => error.code,
        );
      return [code, await contentOf(bench.rows, 'one')];
    },
    expect: ['DATABASE_REQUEST_FAILED', before],
  })),
  ...REFUSED_RAW.map(([name, update]): Case => ({
    name: `refuses ${name}`,
    given: [{ _id: 'one', n: 1, o: { a: 1 }, l: [] }],
    run: ({ rows }) => rows.options({ raw: true }).where({ _id: 'one' }).update(update),
    expect: fails('DATABASE_REQUEST_FAILED', 'INVALID_PARAM'),
  })),
  {
    name: 'where().update() changes every match and says how many',
    given: [
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
      { _id: 3, n: 2 },
    ],
    run: async ({ rows }) => (await rows.where({ n: 1 }).update({ done: true })).updated,
    expect: 2,
  },
  {
    name: 'options({multiple: false}) changes one',
    given: [
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
    ],
    run: async ({ rows }) =>
      (await rows.where({ n: 1 }).options({ multiple: false }).update({ done: true })).updated,
    expect: 1,
  },
  {
    name: 'update of a missing document changes none',
    run: async ({ rows }) => (await rows.doc('none').update({ n: 1 })).updated,
    expect: 0,
  },
  {
    name: 'compare-and-set lets one of two through',
    given: [{ _id: 'v', version: 1 }],
    run: async ({ rows, _ }) => {
      const attempt = async () =>
        (await rows.where({ _id: 'v', version: 1 }).update({ version: _.inc(1) })).updated;
      return (await Promise.all([attempt(), attempt(), attempt()])).sort();
    },
    expect: [0, 0, 1],
  },
  {
    name: 'the positional operator changes the element that matched',
    given: [
      {
        _id: 1,
        l: [
          { k: 'a', v: 1 },
          { k: 'b', v: 1 },
        ],
      },
    ],
    run: async ({ rows }) => (await rows.where({ 'l.k': 'b' }).update({ 'l.$.v': 2 }), contentOf(rows, 1)),
    expect: {
      l: [
        { k: 'a', v: 1 },
        { k: 'b', v: 2 },
      ],
    },
  },
  {
    name: 'the all-positional operator changes every element',
    given: [{ _id: 1, l: [1, 2] }],
    run: async ({ rows }) => (
      await rows
        .options({ raw: true })
        .where({ _id: 1 })
        .update({ $inc: { 'l.$[]': 10 } }),
      contentOf(rows, 1)
    ),
    expect: { l: [11, 12] },
  },
  {
    name: '$setOnInsert does nothing to a document that exists',
    given: [{ _id: 1, n: 1 }],
    run: async ({ rows }) => (
      await rows
        .options({ raw: true })
        .where({ _id: 1 })
        .update({ $set: { m: 1 }, $setOnInsert: { n: 9 } }),
      contentOf(rows, 1)
    ),
    expect: { n: 1, m: 1 },
  },
  {
    name: '$setOnInsert counts when an upsert inserts',
    run: async ({ rows, send }) => {
      const more = {
        queryType: 'WHERE',
        query: '{"_id":"new"}',
        data: '{"$set":{"m":1},"$setOnInsert":{"n":9}}',
        merge: true,
        multi: false,
        upsert: true,
      };
      await send('database.modifyDocument', { collectionName: rows.name, ...more });
      return contentOf(rows, 'new');
    },
    expect: { m: 1, n: 9 },
  },
  {
    name: 'set() makes a document',
    run: async ({ rows }) => [(await rows.doc('s').set({ n: 1 })).upsertedId, await contentOf(rows, 's')],
    expect: ['s', { n: 1 }],
  },
  {
    name: 'set() replaces a document whole',
    given: [{ _id: 's', n: 1, m: 2 }],
    run: async ({ rows }) => [(await rows.doc('s').set({ n: 3 })).updated, await contentOf(rows, 's')],
    expect: [1, { n: 3 }],
  },
  {
    name: 'updateAndReturn answers the document as it became',
    given: [{ _id: 'u', n: 1 }],
    run: async ({ rows, _ }) => {
      const { updated, doc } = await rows.where({ _id: 'u' }).updateAndReturn({ n: _.inc(1) });
      return { updated, doc };
    },
    expect: { updated: 1, doc: { _id: 'u', n: 2 } },
  },
  {
    name: 'updateAndReturn of nothing answers no document',
    run: async ({ rows }) => (await rows.where({ _id: 'none' }).updateAndReturn({ n: 1 })).doc,
    expect: null,
  },
  {
    name: 'remove() of one document',
    given: [{ _id: 1 }, { _id: 2 }],
    run: async ({ rows }) => [(await rows.doc(1).remove()).deleted, (await rows.count()).total],
    expect: [1, 1],
  },
  {
    name: 'remove() of a missing document removes none',
    run: async ({ rows }) => (await rows.doc('none').remove()).deleted,
    expect: 0,
  },
  {
    name: 'where().remove() removes every match',
    given: [
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
      { _id: 3, n: 2 },
    ],
    run: async ({ rows }) => (await rows.where({ n: 1 }).remove()).deleted,
    expect: 2,
  },
  {
    name: 'where({}).remove() empties the collection',
    given: [{ _id: 1 }, { _id: 2 }],
    run: async ({ rows }) => (await rows.where({}).remove()).deleted,
    expect: 2,
  },
];
