import { fails, ids, type Bench, type Case } from '../case';

type Where = (bench: Bench) => Record<string, unknown>;

const ROWS = [
  {
    _id: 'a',
    n: 1,
    s: 'apple',
    tags: ['x', 'y'],
    o: { k: 1 },
    list: [
      { k: 1, v: 5 },
      { k: 2, v: 9 },
    ],
    at: new Date(1000),
  },
  { _id: 'b', n: 5, s: 'Banana', tags: ['y'], o: { k: 2 }, list: [{ k: 3, v: 5 }], at: new Date(2000) },
  { _id: 'c', n: 10, s: 'cherry', tags: [], o: { k: 3, z: 1 }, scores: [70, 95], nothing: null },
  { _id: 'd', n: [1, 20], tags: 'x', scores: [82], mixed: [{ k: 1 }, 7] },
];

/** What each filter finds among the four rows above. */
const FILTERS: [string, Where, string[]][] = [
  ['an equal value, or an array holding it', () => ({ n: 1 }), ['a', 'd']],
  ['eq', ({ _ }) => ({ n: _.eq(5) }), ['b']],
  ['neq', ({ _ }) => ({ n: _.neq(5) }), ['a', 'c', 'd']],
  ['neq matches a missing field', ({ _ }) => ({ s: _.neq('apple') }), ['b', 'c', 'd']],
  ['gt', ({ _ }) => ({ n: _.gt(5) }), ['c', 'd']],
  ['gte', ({ _ }) => ({ n: _.gte(5) }), ['b', 'c', 'd']],
  ['lt', ({ _ }) => ({ n: _.lt(5) }), ['a', 'd']],
  ['lte', ({ _ }) => ({ n: _.lte(5) }), ['a', 'b', 'd']],
  ['a range over an array may be met by two elements', ({ _ }) => ({ n: _.gt(5).and(_.lt(15)) }), ['c', 'd']],
  ['comparison stays inside one type', ({ _ }) => ({ s: _.gt(0) }), []],
  ['dates compare', ({ _ }) => ({ at: _.gt(new Date(1500)) }), ['b']],
  ['in', ({ _ }) => ({ n: _.in([1, 10]) }), ['a', 'c', 'd']],
  ['in with a regular expression', ({ _ }) => ({ s: _.in([/^ch/, 'apple']) }), ['a', 'c']],
  ['in with null matches a missing field', ({ _ }) => ({ nothing: _.in([null]) }), ['a', 'b', 'c', 'd']],
  ['nin', ({ _ }) => ({ n: _.nin([1, 10]) }), ['b']],
  ['null matches null and missing', () => ({ nothing: null }), ['a', 'b', 'c', 'd']],
  ['exists true', ({ _ }) => ({ nothing: _.exists(true) }), ['c']],
  ['exists false', ({ _ }) => ({ scores: _.exists(false) }), ['a', 'b']],
  ['a dotted path', () => ({ 'o.k': 2 }), ['b']],
  ['a nested object is the same as its dotted paths', () => ({ o: { k: 3 } }), ['c']],
  ['a dotted path through an array', () => ({ 'list.k': 2 }), ['a']],
  ['a dotted path with an index', () => ({ 'list.0.k': 3 }), ['b']],
  ['an array by its whole value', () => ({ tags: ['x', 'y'] }), ['a']],
  ['all', ({ _ }) => ({ tags: _.all(['y', 'x']) }), ['a']],
  ['all of one matches a plain value too', ({ _ }) => ({ tags: _.all(['x']) }), ['a', 'd']],
  ['size', ({ _ }) => ({ tags: _.size(0) }), ['c']],
  [
    'elemMatch on documents needs one element to meet all',
    ({ _ }) => ({ list: _.elemMatch({ k: 1, v: 5 }) }),
    ['a'],
  ],
  [
    'elemMatch on documents is not met by two elements',
    ({ _ }) => ({ list: _.elemMatch({ k: 1, v: 9 }) }),
    [],
  ],
  ['elemMatch on values', ({ _ }) => ({ scores: _.elemMatch({ $gte: 80, $lt: 90 }) }), ['d']],
  [
    'elemMatch with a field never matches a plain element',
    ({ _ }) => ({ scores: _.elemMatch({ k: null }) }),
    [],
  ],
  [
    'elemMatch with a field looks at the documents of a mixed array',
    ({ _ }) => ({ mixed: _.elemMatch({ k: 1 }) }),
    ['d'],
  ],
  ['mod', ({ _ }) => ({ n: _.mod(5, 0) }), ['b', 'c', 'd']],
  ['and', ({ _ }) => _.and([{ n: 1 }, { s: 'apple' }]), ['a']],
  ['or across fields', ({ _ }) => _.or([{ n: 5 }, { s: 'apple' }]), ['a', 'b']],
  ['or on one field', ({ _ }) => ({ n: _.or(_.lt(2), _.gt(9)) }), ['a', 'c', 'd']],
  ['nor', ({ _ }) => _.nor([{ n: 5 }, { s: 'apple' }]), ['c', 'd']],
  ['not', ({ _ }) => ({ n: _.not(_.gt(3)) }), ['a']],
  ['a RegExp literal', () => ({ s: /^b/i }), ['b']],
  ['db.RegExp', ({ db }) => ({ s: db.RegExp({ regexp: '^CH', options: 'i' }) }), ['c']],
  [
    'expr compares two fields; a missing one is least',
    ({ _, $ }) => _.expr($.gt(['$o.k', '$o.z'])),
    ['a', 'b', 'c'],
  ],
  [
    'jsonSchema',
    ({ _ }) =>
      _.jsonSchema({ required: ['scores'], properties: { scores: { bsonType: 'array', minItems: 2 } } }),
    ['c'],
  ],
];

/** What the SDK's commands cannot say, sent raw. */
const RAW: [string, Record<string, unknown>, string[]][] = [
  ['$type by name', { nothing: { $type: 'null' } }, ['c']],
  ['$type reaches into arrays', { n: { $type: 'array' } }, ['d']],
  ['$bitsAllSet', { n: { $bitsAllSet: 5 } }, ['b']],
  ['$regex with $options', { s: { $regex: '^AP', $options: 'i' } }, ['a']],
  ['$not with a regular expression', { s: { $not: { $regex: 'an' } } }, ['a', 'c', 'd']],
  ['$elemMatch inside $all', { list: { $all: [{ $elemMatch: { k: 1 } }, { $elemMatch: { k: 2 } }] } }, ['a']],
  [
    '$comment-free nesting of $and in $or',
    { $or: [{ $and: [{ n: 5 }, { s: 'Banana' }] }, { n: 10 }] },
    ['b', 'c'],
  ],
];

const REFUSED: [string, Record<string, unknown>][] = [
  ['an unknown operator', { n: { $near_by: 1 } }],
  ['an unknown top-level operator', { $where2: 1 }],
  ['$where', { $where: 'true' }],
  ['an empty $and', { $and: [] }],
  ['$or that is not an array', { $or: { n: 1 } }],
  ['$in without an array', { n: { $in: 1 } }],
  ['$nin without an array', { n: { $nin: 1 } }],
  ['$size with text', { tags: { $size: 'many' } }],
  ['$mod by zero', { n: { $mod: [0, 1] } }],
  ['$mod with one number', { n: { $mod: [2] } }],
  ['$elemMatch without an object', { list: { $elemMatch: 5 } }],
  ['$all without an array', { tags: { $all: 'x' } }],
  ['an unknown $type', { n: { $type: 'whole' } }],
  ['a broken regular expression', { s: { $regex: '(' } }],
  ['an unknown $jsonSchema keyword', { $jsonSchema: { requires: ['n'] } }],
  ['$text without a text index', { $text: { $search: 'apple' } }],
];

/** Every query operator, by the documents that it finds. */
export const QUERY_OPERATORS: Case[] = [
  ...FILTERS.map(([name, where, expected]): Case => ({
    name,
    given: ROWS,
    run: (bench) => ids(bench.rows.where(where(bench)).orderBy('_id', 'asc').get()),
    expect: expected,
  })),
  ...RAW.map(([name, query, expected]): Case => ({
    name,
    given: ROWS,
    run: ({ rows }) => ids(rows.options({ raw: true }).where(query).get()).then((found) => found.sort()),
    expect: expected,
  })),
  ...REFUSED.map(([name, query]): Case => ({
    name: `refuses ${name}`,
    given: ROWS,
    run: ({ rows }) => rows.options({ raw: true }).where(query).get(),
    expect: fails('DATABASE_REQUEST_FAILED', 'INVALID_PARAM', 'DATABASE_INVALID_OPERRATOR'),
  })),
];
