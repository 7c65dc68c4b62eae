import * as fc from 'fast-check';
import { community } from '@/contracts/community';
import { HIGHEST_FEN, priceUnits, yuanOf, type PriceTable, type PriceUnit } from '@/contracts/price-table';
import { keysOf } from '@/contracts/request-vocabulary';
import { emptyDraft, rowDraftOf, rowOf, tableOf, withRow, writtenIn } from '@/features/community/draft';
import {
  asGuest,
  cut,
  fenOf,
  homeSizeOf,
  sumOf,
  tidy,
  withoutRepeats,
  type Proposal,
} from '@/features/community/model';

jest.mock('@/platform/storage', () => ({ storage: { get: jest.fn(), set: jest.fn(), remove: jest.fn() } }));
jest.mock('@/platform/call', () => ({ call: jest.fn() }));
jest.mock('@/platform/visits', () => ({ allowVisits: jest.fn() }));

const row = (unit: PriceUnit, fen: number) => ({ item: '保洁', unit, fen });
const table = (homeSize: number | undefined, ...rows: PriceTable['rows']): PriceTable => ({
  rows,
  ...(homeSize !== undefined && { homeSize }),
});

describe('the sum of a table of prices', () => {
  test('adds what is paid by the square metre as it is', () => {
    expect(sumOf(table(undefined, row('sqm-month', 85), row('sqm-month', 115)))).toEqual({
      perSqm: 200,
      perHome: null,
      hasOnce: false,
    });
  });

  test('shares what a home pays over its size, and a year over twelve months', () => {
    const prices = table(90, row('sqm-month', 85), row('home-month', 1500), row('home-year', 36_000));
    expect(sumOf(prices)).toEqual({ perSqm: 135, perHome: null, hasOnce: false });
  });

  test('rounds once, at the end: three thirds of a fen are a fen', () => {
    expect(sumOf(table(3, row('home-month', 1), row('home-month', 1), row('home-month', 1))).perSqm).toBe(1);
    expect(sumOf(table(90, row('home-month', 44))).perSqm).toBe(0);
    expect(sumOf(table(90, row('home-month', 45))).perSqm).toBe(1);
  });

  test('shows what a home pays apart where no size tells how to share it', () => {
    expect(sumOf(table(undefined, row('sqm-month', 85), row('home-year', 30_006)))).toEqual({
      perSqm: 85,
      perHome: 2501,
      hasOnce: false,
    });
    expect(sumOf(table(undefined, row('home-month', 1500)))).toEqual({
      perSqm: null,
      perHome: 1500,
      hasOnce: false,
    });
  });

  test('leaves out what is paid each time, and says that it did', () => {
    expect(sumOf(table(90, row('sqm-month', 85), row('once', 5000)))).toEqual({
      perSqm: 85,
      perHome: null,
      hasOnce: true,
    });
    expect(sumOf(table(90, row('once', 5000))).perSqm).toBeNull();
  });

  test('is exact to a fen whatever the prices and the size', () => {
    const rows = fc.array(
      fc.record({
        item: fc.constant('x'),
        unit: fc.constantFrom(...keysOf(priceUnits)),
        fen: fc.nat(HIGHEST_FEN),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 10_000 }), (prices, size) => {
        const { perSqm } = sumOf({ rows: prices, homeSize: size });
        const of = (unit: PriceUnit) =>
          prices.filter((each) => each.unit === unit).reduce((sum, { fen }) => sum + BigInt(fen), 0n);
        const over = 12n * BigInt(size);
        const exact = over * of('sqm-month') + 12n * of('home-month') + of('home-year');
        const nearest = (2n * exact + over) / (2n * over);
        if (prices.some(({ unit }) => unit !== 'once')) expect(BigInt(perSqm ?? -1)).toBe(nearest);
        else expect(perSqm).toBeNull();
      }),
    );
  });
});

describe('a price as it is typed', () => {
  test.each([
    ['1.2', 120],
    ['0.85', 85],
    ['１．５', 150],
    [' 3。5 ', 350],
    ['0', 0],
    ['12.', 1200],
    ['100000', HIGHEST_FEN],
  ])('%s is so many fen', (typed, fen) => {
    expect(fenOf(typed)).toBe(fen);
  });

  test.each(['', '.', '-1', '1.234', '100000.01', '1e3', '一元', '1 2', '99999999'])(
    '%s is no price',
    (typed) => {
      expect(fenOf(typed)).toBeUndefined();
    },
  );

  test('comes back as the same fen from what is written of it', () => {
    fc.assert(
      fc.property(fc.nat(HIGHEST_FEN), (fen) => {
        expect(fenOf(yuanOf(fen))).toBe(fen);
      }),
    );
  });
});

test.each([
  ['', {}],
  ['90', { size: 90 }],
  ['９０', { size: 90 }],
  ['0', undefined],
  ['90.5', undefined],
  ['10001', undefined],
])('「%s」 as the size of a home', (typed, size) => {
  expect(homeSizeOf(typed)).toEqual(size);
});

test('a text has no blanks at its ends and at most one empty line between paragraphs', () => {
  expect(tidy('  一\n\n\n \n\n二\n三\n\n四\n\n\n')).toBe('一\n\n二\n三\n\n四');
  expect(tidy('\n'.repeat(1990))).toBe('');
});

test('a text that is cut ends with no half sign', () => {
  expect(cut('好好好', 2)).toBe('好好');
  expect(cut('好😀', 2)).toBe('好');
  expect(cut('好😀', 3)).toBe('好😀');
});

test('what a page repeats stands once, at its first place', () => {
  expect(withoutRepeats([{ id: 'a' }, { id: 'b' }, { id: 'a' }])).toEqual([{ id: 'a' }, { id: 'b' }]);
});

describe('a written proposal', () => {
  const filled = { ...emptyDraft(), title: ' 题 ', text: '文' };

  test('[P11] has no place unless the author confirmed one, and then the code alone', () => {
    expect(writtenIn(filled)).toEqual({ title: '题', text: '文' });
    expect(writtenIn({ ...filled, place: '420100' })).toEqual({ title: '题', text: '文', place: '420100' });
  });

  test('is what the contract takes', () => {
    const rows = withRow([], { item: '保洁', unit: 'home-year', fen: 1 }, undefined);
    const written = writtenIn({ ...filled, byline: ' 我 ', rows, homeSize: '90' });
    expect(written).toMatchObject({ byline: '我', prices: { homeSize: 90 } });
    expect(community.publish.input.safeParse({ ...written, attempt: filled.attempt }).success).toBe(true);
  });

  test('says what is missing', () => {
    expect(writtenIn({ ...filled, title: ' ' })).toEqual({ missing: '请写标题。' });
    expect(writtenIn({ ...filled, text: '\n' })).toEqual({ missing: '请写内容。' });
    const rows = [row('once', 1)];
    expect(writtenIn({ ...filled, rows, homeSize: 'x' })).toHaveProperty('missing');
    expect(tableOf({ rows, homeSize: 'x' })).toBeUndefined();
  });

  test('takes a row back to where it was opened', () => {
    const rows = [row('once', 1), row('once', 2)];
    const opened = rowDraftOf(row('once', 2), 1);
    const saved = rowOf({ ...opened, yuan: '3' });
    expect('wrong' in saved ? saved : withRow(rows, saved, opened.at)).toEqual([
      row('once', 1),
      row('once', 300),
    ]);
    expect(rowOf({ ...opened, yuan: '' })).toEqual({ wrong: 'yuan' });
    expect(rowOf({ ...opened, item: '' })).toEqual({ wrong: 'item' });
  });
});

test('whoever logged out on the phone sees a proposal as a guest does', () => {
  const pictures = [
    { id: 'a', state: 'published' },
    { id: 'b', state: 'checking' },
  ] as const;
  const own = {
    id: 'p',
    state: 'published',
    isMine: true,
    isSupported: true,
    pictures: [...pictures],
  } as Proposal;
  expect(asGuest(own)).toMatchObject({ isMine: false, isSupported: false, pictures: [pictures[0]] });
  expect(asGuest({ ...own, state: 'reviewing' })).toBeUndefined();
});
