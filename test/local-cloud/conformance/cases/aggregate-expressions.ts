import { fails, type Case } from '../case';
import type { Expressions } from '../sdk-types';

const ROW = {
  _id: 'row',
  n: -7.5,
  i: 10,
  s: 'Hello, 世界',
  text: '中😀文',
  l: [3, 1, 2],
  pairs: [
    ['a', 1],
    ['b', 2],
  ],
  o: { a: 1, b: 2 },
  at: new Date(Date.UTC(2026, 0, 4, 5, 6, 7, 8)),
  nothing: null,
};

const week = (
  operator: 'week' | 'isoWeek' | 'isoWeekYear',
  y: number,
  m: number,
  d: number,
  value: number,
): [string, ($: Expressions) => unknown, unknown] => [
  `${operator} of ${String(y)}-${String(m)}-${String(d)}`,
  ($) => $[operator](new Date(Date.UTC(y, m - 1, d))),
  value,
];
/** The turn of the year, where weeks are easy to get wrong. */
const WEEKS = [
  week('week', 2026, 1, 1, 0),
  week('week', 2026, 1, 3, 0),
  week('week', 2023, 1, 1, 1),
  week('week', 2026, 12, 31, 52),
  week('isoWeek', 2021, 1, 1, 53),
  week('isoWeekYear', 2021, 1, 1, 2020),
  week('isoWeek', 2024, 12, 30, 1),
  week('isoWeekYear', 2024, 12, 30, 2025),
];

/** [operator, expression, value]. Each of `db.command.aggregate` has at least one line. */
const EXPRESSIONS: [string, ($: Expressions) => unknown, unknown][] = [
  ['abs', ($) => $.abs('$n'), 7.5],
  ['add', ($) => $.add(['$i', 1, 2]), 13],
  ['ceil', ($) => $.ceil('$n'), -7],
  ['divide', ($) => $.divide(['$i', 4]), 2.5],
  ['exp', ($) => $.exp(0), 1],
  ['floor', ($) => $.floor('$n'), -8],
  ['ln', ($) => $.ln(1), 0],
  ['log', ($) => $.log([8, 2]), 3],
  ['log10', ($) => $.log10(1000), 3],
  ['mod', ($) => $.mod(['$i', 3]), 1],
  ['multiply', ($) => $.multiply(['$i', 2, 3]), 60],
  ['pow', ($) => $.pow(['$i', 2]), 100],
  ['sqrt', ($) => $.sqrt(16), 4],
  ['subtract', ($) => $.subtract(['$i', 3]), 7],
  ['subtract dates', ($) => $.subtract(['$at', new Date(Date.UTC(2026, 0, 4))]), 18_367_008],
  ['trunc', ($) => $.trunc('$n'), -7],
  ['arrayElemAt', ($) => $.arrayElemAt(['$l', -1]), 2],
  ['arrayToObject', ($) => $.arrayToObject('$pairs'), { a: 1, b: 2 }],
  ['concatArrays', ($) => $.concatArrays(['$l', [9]]), [3, 1, 2, 9]],
  ['filter', ($) => $.filter({ input: '$l', as: 'x', cond: $.gte(['$$x', 2]) }), [3, 2]],
  ['in', ($) => $.in([2, '$l']), true],
  ['indexOfArray', ($) => $.indexOfArray(['$l', 2]), 2],
  ['isArray', ($) => $.isArray('$l'), true],
  ['map', ($) => $.map({ input: '$l', as: 'x', in: $.multiply(['$$x', 2]) }), [6, 2, 4]],
  ['range', ($) => $.range([0, 10, 4]), [0, 4, 8]],
  ['reduce', ($) => $.reduce({ input: '$l', initialValue: 0, in: $.add(['$$value', '$$this']) }), 6],
  ['reverseArray', ($) => $.reverseArray('$l'), [2, 1, 3]],
  ['size', ($) => $.size('$l'), 3],
  ['slice', ($) => $.slice(['$l', 1, 2]), [1, 2]],
  [
    'zip',
    ($) => $.zip({ inputs: ['$l', ['a', 'b', 'c']] }),
    [
      [3, 'a'],
      [1, 'b'],
      [2, 'c'],
    ],
  ],
  ['and', ($) => $.and([true, '$i']), true],
  ['not', ($) => $.not(['$i']), false],
  ['or', ($) => $.or([false, 0]), false],
  ['cmp', ($) => $.cmp(['$i', 20]), -1],
  ['eq', ($) => $.eq(['$i', 10]), true],
  ['eq of an array and its element is false', ($) => $.eq(['$l', 3]), false],
  ['gt', ($) => $.gt(['$i', 10]), false],
  ['gt orders types', ($) => $.gt(['$s', '$i']), true],
  ['gte', ($) => $.gte(['$i', 10]), true],
  ['lt', ($) => $.lt(['$i', 10]), false],
  ['lte', ($) => $.lte(['$i', 10]), true],
  ['neq', ($) => $.neq(['$i', 10]), false],
  ['cond', ($) => $.cond({ if: $.gt(['$i', 5]), then: 'much', else: 'little' }), 'much'],
  ['ifNull', ($) => $.ifNull(['$nothing', 'none']), 'none'],
  ['ifNull of a missing field', ($) => $.ifNull(['$missing', 'none']), 'none'],
  [
    'switch',
    ($) =>
      $.switch({
        branches: [
          { case: $.gt(['$i', 50]), then: 'a' },
          { case: $.gt(['$i', 5]), then: 'b' },
        ],
        default: 'c',
      }),
    'b',
  ],
  [
    'dateFromParts',
    ($) => $.dateFromParts({ year: 2026, month: 2, day: 3, hour: 4 }),
    new Date(Date.UTC(2026, 1, 3, 4)),
  ],
  [
    'dateFromString',
    ($) => $.dateFromString({ dateString: '2026-02-03T04:05:06.000Z' }),
    new Date(Date.UTC(2026, 1, 3, 4, 5, 6)),
  ],
  [
    'dateToString',
    ($) => $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M:%S.%L' }),
    '2026-01-04 05:06:07.008',
  ],
  [
    'dateToString in Beijing',
    ($) => $.dateToString({ date: '$at', format: '%Y-%m-%d %H', timezone: 'Asia/Shanghai' }),
    '2026-01-04 13',
  ],
  ['dayOfMonth', ($) => $.dayOfMonth('$at'), 4],
  ['dayOfWeek', ($) => $.dayOfWeek('$at'), 1],
  ['dayOfYear', ($) => $.dayOfYear('$at'), 4],
  ['isoDayOfWeek', ($) => $.isoDayOfWeek('$at'), 7],
  ['isoWeek', ($) => $.isoWeek('$at'), 1],
  ['isoWeekYear', ($) => $.isoWeekYear('$at'), 2026],
  ['millisecond', ($) => $.millisecond('$at'), 8],
  ['minute', ($) => $.minute('$at'), 6],
  ['month', ($) => $.month('$at'), 1],
  ['second', ($) => $.second('$at'), 7],
  ['hour', ($) => $.hour('$at'), 5],
  ['week', ($) => $.week('$at'), 1],
  ['year', ($) => $.year('$at'), 2026],
  ['literal', ($) => $.literal('$i'), '$i'],
  ['mergeObjects', ($) => $.mergeObjects(['$o', { b: 3, c: 4 }]), { a: 1, b: 3, c: 4 }],
  [
    'objectToArray',
    ($) => $.objectToArray('$o'),
    [
      { k: 'a', v: 1 },
      { k: 'b', v: 2 },
    ],
  ],
  ['allElementsTrue', ($) => $.allElementsTrue(['$l']), true],
  ['anyElementTrue', ($) => $.anyElementTrue([[0, false]]), false],
  ['setDifference', ($) => $.setDifference(['$l', [1, 2]]), [3]],
  ['setEquals', ($) => $.setEquals(['$l', [1, 2, 3, 3]]), true],
  ['setIntersection', ($) => $.setIntersection(['$l', [3, 9]]), [3]],
  ['setIsSubset', ($) => $.setIsSubset([[1, 2], '$l']), true],
  ['setUnion', ($) => $.size($.setUnion(['$l', [3, 4]])), 4],
  ['concat', ($) => $.concat(['$s', '!']), 'Hello, 世界!'],
  ['concat with null is null', ($) => $.concat(['$s', '$nothing']), null],
  ['indexOfBytes', ($) => $.indexOfBytes(['$s', '界']), 10],
  ['indexOfCP', ($) => $.indexOfCP(['$text', '文']), 2],
  ['indexOfCP of what is not there', ($) => $.indexOfCP(['$text', '无']), -1],
  ['split', ($) => $.split(['$s', ', ']), ['Hello', '世界']],
  ['strLenBytes', ($) => $.strLenBytes('$s'), 13],
  ['strLenCP', ($) => $.strLenCP('$text'), 3],
  ['strcasecmp', ($) => $.strcasecmp(['abc', 'ABD']), -1],
  ['substr', ($) => $.substr(['$s', 0, 5]), 'Hello'],
  ['substrBytes', ($) => $.substrBytes(['$s', 7, 3]), '世'],
  ['substrCP', ($) => $.substrCP(['$text', 1, 1]), '😀'],
  ['toLower', ($) => $.toLower('$s'), 'hello, 世界'],
  ['toUpper', ($) => $.toUpper('$s'), 'HELLO, 世界'],
  ['avg of an array', ($) => $.avg('$l'), 2],
  ['first of an array', () => ({ $first: '$l' }), 3],
  ['last of an array', () => ({ $last: '$l' }), 2],
  ['max of an array', ($) => $.max('$l'), 3],
  ['min of an array', ($) => $.min('$l'), 1],
  ['sum of an array', ($) => $.sum('$l'), 6],
  ['stdDevPop of an array', ($) => $.floor($.multiply([$.stdDevPop('$l'), 1000])), 816],
  ...WEEKS,
  ['add with a missing field is null', ($) => $.add(['$i', '$missing']), null],
  ['add of a date and milliseconds', ($) => $.add(['$at', 1000]), new Date(Date.UTC(2026, 0, 4, 5, 6, 8, 8))],
  ['divide by a missing field is null', ($) => $.divide(['$i', '$missing']), null],
  ['sum ignores what is not a number', ($) => $.sum(['$i', '$s', '$nothing']), 10],
  ['size of a filtered list', ($) => $.size($.filter({ input: '$l', as: 'x', cond: $.gt(['$$x', 5]) })), 0],
  ['arrayElemAt past the end is missing', ($) => $.ifNull([$.arrayElemAt(['$l', 9]), 'past']), 'past'],
  ['slice from the end', ($) => $.slice(['$l', -2]), [1, 2]],
  ['trunc to a place', ($) => $.trunc([{ $literal: 1.239 }, 2]), 1.23],
  ['max over types', ($) => $.max(['$i', '$s']), 'Hello, 世界'],
  ['setUnion keeps one of each', ($) => $.size($.setUnion([[1, 1], [1]])), 1],
  ['cmp of null and missing', ($) => $.cmp(['$nothing', '$missing']), 1],
  ['in an empty list', ($) => $.in([1, []]), false],
  ['literal keeps an operator as text', ($) => $.literal('$$ROOT'), '$$ROOT'],
  ['$$ROOT is the document', () => '$$ROOT._id', 'row'],
  ['let', ($) => $.let({ vars: { x: '$i' }, in: $.add(['$$x', 1]) }), 11],
];

/** Expressions over the wrong type: MongoDB fails, never answers. */
const REFUSED: [string, (expressions: Expressions) => unknown][] = [
  ['add of text', ($) => $.add(['$i', '$s'])],
  ['subtract of text', ($) => $.subtract(['$i', '$s'])],
  ['multiply of text', ($) => $.multiply(['$i', '$s'])],
  ['divide by zero', ($) => $.divide(['$i', 0])],
  ['divide of text', ($) => $.divide(['$s', 2])],
  ['abs of text', ($) => $.abs('$s')],
  ['sqrt of a negative number', ($) => $.sqrt('$n')],
  ['trunc of text', ($) => $.trunc('$s')],
  ['size of a number', ($) => $.size('$i')],
  ['concat of a number', ($) => $.concat(['$s', '$i'])],
  ['split of a number', ($) => $.split(['$i', ','])],
  ['arrayElemAt of a number', ($) => $.arrayElemAt(['$i', 0])],
  ['year of text', ($) => $.year('$s')],
  ['strLenCP of a number', ($) => $.strLenCP('$i')],
  ['an undefined variable', () => '$$nobody'],
  ['in without a list', ($) => $.in([1, '$i'])],
  ['filter of a number', ($) => $.filter({ input: '$i', as: 'x', cond: true })],
  ['switch without a match or default', ($) => $.switch({ branches: [{ case: false, then: 1 }] })],
  ['eq of one value', ($) => $.eq(['$i'])],
];

/** Every aggregation expression that the SDK can send, over one document. */
export const AGGREGATE_EXPRESSIONS: Case[] = [
  ...EXPRESSIONS.map(([name, expression, expected]): Case => ({
    name,
    given: [ROW],
    run: async ({ rows, $ }) =>
      (
        await rows
          .aggregate()
          .project({ _id: 0, value: expression($) })
          .end()
      ).data,
    expect: [{ value: expected }],
  })),
  ...REFUSED.map(([name, expression]): Case => ({
    name: `refuses ${name}`,
    given: [ROW],
    run: ({ rows, $ }) =>
      rows
        .aggregate()
        .project({ value: expression($) })
        .end(),
    expect: fails('DATABASE_REQUEST_FAILED', 'INVALID_PARAM'),
  })),
];
