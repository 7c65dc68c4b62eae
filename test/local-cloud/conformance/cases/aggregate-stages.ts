import { fails, type Bench, type Case } from '../case';
import type { Aggregate } from '../sdk-types';

const ROWS = [
  { _id: 1, city: 'wh', n: 10, tags: ['a', 'b'], o: { k: 1 } },
  { _id: 2, city: 'wh', n: 20, tags: ['b'], o: { k: 2 } },
  { _id: 3, city: 'sz', n: 30, tags: [], o: { k: 3 } },
  { _id: 4, city: 'bj', n: 40, o: { k: 4 } },
];

/** [stage, pipeline, result]. */
const PIPELINES: [string, (aggregate: Aggregate, bench: Bench) => Aggregate, unknown][] = [
  ['match', (a, { _ }) => a.match({ n: _.gt(25) }).project({ _id: 1 }), [{ _id: 3 }, { _id: 4 }]],
  [
    'match after another stage',
    (a) => a.sort({ n: -1 }).match({ city: 'wh' }).project({ _id: 1 }),
    [{ _id: 2 }, { _id: 1 }],
  ],
  [
    'project keeps, drops and computes',
    (a, { $ }) => a.match({ _id: 1 }).project({ _id: 0, n: 1, twice: $.multiply(['$n', 2]), k: '$o.k' }),
    [{ n: 10, twice: 20, k: 1 }],
  ],
  [
    'addFields',
    (a, { $ }) =>
      a
        .match({ _id: 3 })
        .addFields({ 'o.j': $.add(['$o.k', 1]) })
        .project({ o: 1 }),
    [{ _id: 3, o: { k: 3, j: 4 } }],
  ],
  [
    'sort',
    (a) => a.sort({ city: 1, n: -1 }).project({ _id: 1 }),
    [{ _id: 4 }, { _id: 3 }, { _id: 2 }, { _id: 1 }],
  ],
  [
    'skip and limit',
    (a) => a.sort({ _id: 1 }).skip(1).limit(2).project({ _id: 1 }),
    [{ _id: 2 }, { _id: 3 }],
  ],
  ['limit before match', (a) => a.sort({ _id: 1 }).limit(2).match({ city: 'sz' }), []],
  ['count', (a) => a.match({ city: 'wh' }).count('total'), [{ total: 2 }]],
  [
    'unwind',
    (a) => a.match({ _id: 1 }).unwind('$tags').project({ tags: 1 }),
    [
      { _id: 1, tags: 'a' },
      { _id: 1, tags: 'b' },
    ],
  ],
  [
    'unwind keeps what has nothing to unwind, with the index',
    (a, { _ }) =>
      a
        .match({ _id: _.in([2, 3]) })
        .sort({ _id: 1 })
        .unwind({ path: '$tags', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true })
        .project({ tags: 1, i: 1 }),
    [
      { _id: 2, tags: 'b', i: 0 },
      { _id: 3, i: null },
    ],
  ],
  [
    'group with every accumulator',
    (a, { $ }) =>
      a
        .sort({ _id: 1 })
        .group({
          _id: '$city',
          sum: $.sum('$n'),
          avg: $.avg('$n'),
          min: $.min('$n'),
          max: $.max('$n'),
          first: $.first('$n'),
          last: $.last('$n'),
          list: $.push('$n'),
          many: $.sum(1),
        })
        .match({ _id: 'wh' }),
    [{ _id: 'wh', sum: 30, avg: 15, min: 10, max: 20, first: 10, last: 20, list: [10, 20], many: 2 }],
  ],
  [
    'group all',
    (a, { $ }) =>
      a.group({ _id: null, cities: $.addToSet('$city') }).project({ _id: 0, size: $.size('$cities') }),
    [{ size: 3 }],
  ],
  [
    'group by a document',
    (a, { $ }) => a.group({ _id: { c: '$city' }, n: $.sum(1) }).match({ n: 2 }),
    [{ _id: { c: 'wh' }, n: 2 }],
  ],
  [
    'group with standard deviations',
    (a, { $ }) =>
      a
        .match({ city: 'wh' })
        .group({ _id: 0, p: $.stdDevPop('$n'), s: $.stdDevSamp('$n') })
        .project({ _id: 0, p: 1, s: $.trunc('$s') }),
    [{ p: 5, s: 7 }],
  ],
  [
    'bucket',
    (a, { $ }) =>
      a.bucket({ groupBy: '$n', boundaries: [0, 25, 35], default: 'more', output: { ids: $.push('$_id') } }),
    [
      { _id: 0, ids: [1, 2] },
      { _id: 25, ids: [3] },
      { _id: 'more', ids: [4] },
    ],
  ],
  [
    'bucketAuto',
    (a) => a.bucketAuto({ groupBy: '$n', buckets: 2 }),
    [
      { _id: { min: 10, max: 30 }, count: 2 },
      { _id: { min: 30, max: 40 }, count: 2 },
    ],
  ],
  ['sortByCount', (a) => a.sortByCount('$city').limit(1), [{ _id: 'wh', count: 2 }]],
  ['replaceRoot', (a) => a.match({ _id: 2 }).replaceRoot({ newRoot: '$o' }), [{ k: 2 }]],
  ['sample', (a, { $ }) => a.sample({ size: 2 }).group({ _id: null, n: $.sum(1) }), [{ _id: null, n: 2 }]],
  [
    'lookup by equality',
    (a, { others, $ }) =>
      a
        .match({ _id: 1 })
        .lookup({ from: others.name, localField: 'city', foreignField: 'code', as: 'city' })
        .project({ names: $.map({ input: '$city', in: '$$this.name' }) }),
    [{ _id: 1, names: ['武汉'] }],
  ],
  [
    'lookup joins an array by each element',
    (a, { others }) =>
      a
        .match({ _id: 1 })
        .lookup({ from: others.name, localField: 'tags', foreignField: 'code', as: 'found' })
        .project({ 'found.name': 1 }),
    [{ _id: 1, found: [{ name: 'A' }] }],
  ],
  [
    'lookup with a pipeline and variables',
    (a, { others, $ }) =>
      a
        .match({ _id: 4 })
        .lookup({
          from: others.name,
          let: { c: '$city' },
          pipeline: $.pipeline()
            .match({ $expr: $.eq(['$code', '$$c']) })
            .project({ _id: 0, name: 1 })
            .done(),
          as: 'found',
        })
        .project({ found: 1 }),
    [{ _id: 4, found: [{ name: '北京' }] }],
  ],
];

const OTHERS = [
  { _id: 'wh', code: 'wh', name: '武汉' },
  { _id: 'bj', code: 'bj', name: '北京' },
  { _id: 'a', code: 'a', name: 'A' },
];

const REFUSED: [string, { stageKey: unknown; stageValue: unknown }][] = [
  ['an unknown stage', { stageKey: '$guess', stageValue: '{}' }],
  ['$out', { stageKey: '$out', stageValue: '"copy"' }],
  ['$merge', { stageKey: '$merge', stageValue: '{"into":"copy"}' }],
  ['a negative limit', { stageKey: '$limit', stageValue: '-1' }],
  ['a negative skip', { stageKey: '$skip', stageValue: '-1' }],
  ['an empty sort', { stageKey: '$sort', stageValue: '{}' }],
  ['a sort by 2', { stageKey: '$sort', stageValue: '{"n":2}' }],
  ['group without _id', { stageKey: '$group', stageValue: '{"n":{"$sum":1}}' }],
  ['an unknown accumulator', { stageKey: '$group', stageValue: '{"_id":null,"n":{"$total":1}}' }],
  ['an unknown expression', { stageKey: '$project', stageValue: '{"n":{"$guess":1}}' }],
  [
    'a script',
    { stageKey: '$project', stageValue: '{"n":{"$function":{"body":"return 1","args":[],"lang":"js"}}}' },
  ],
  ['a stage that is not EJSON', { stageKey: '$match', stageValue: '{' }],
  ['a stage without a value', { stageKey: '$match', stageValue: undefined }],
];

/** Every aggregation stage. */
export const AGGREGATE_STAGES: Case[] = [
  ...PIPELINES.map(([name, pipeline, expected]): Case => ({
    name,
    given: ROWS,
    run: async (bench) => {
      await bench.others.add(OTHERS.map((row) => ({ ...row })));
      return (await pipeline(bench.rows.aggregate(), bench).end()).data;
    },
    expect: expected,
  })),
  ...REFUSED.map(([name, stage]): Case => ({
    name: `refuses ${name}`,
    given: ROWS,
    run: ({ rows, send }) =>
      send('database.aggregateDocuments', { collectionName: rows.name, stages: [stage] }),
    expect: fails('DATABASE_REQUEST_FAILED', 'INVALID_PARAM', 'DATABASE_INVALID_OPERRATOR'),
  })),
  {
    name: 'refuses a lookup from a collection that does not exist',
    given: ROWS,
    run: ({ rows }) =>
      rows
        .aggregate()
        .lookup({ from: 'conformance_none', localField: 'a', foreignField: 'b', as: 'c' })
        .end(),
    expect: fails('DATABASE_COLLECTION_NOT_EXIST', 'DATABASE_REQUEST_FAILED'),
  },
];
