import * as z from 'zod/mini';
import { keysOf } from './request-vocabulary';
import { text } from './values';

/**
 * How a price is meant. `per` says how it joins the sum per square metre and month: as it is, by the size of a home, or
 * by the size of a home and twelve months; what is paid each time joins no sum.
 */
export const priceUnits = {
  'sqm-month': { label: '元/平方米·月', per: 'sqm' },
  'home-month': { label: '元/户·月', per: 'home' },
  'home-year': { label: '元/户·年', per: 'home-year' },
  once: { label: '元/次', per: null },
} as const satisfies Record<string, { label: string; per: 'sqm' | 'home' | 'home-year' | null }>;

/** The unit of a price. */
export type PriceUnit = keyof typeof priceUnits;

/** Rows of one table. */
export const MOST_PRICES = 20;
/** The longest words of a row, in characters. */
export const longestPrice = { item: 20, level: 20 } as const;
/** The highest price, in fen. */
export const HIGHEST_FEN = 10_000_000;
/** The largest home that prices are shared over, in square metres. */
export const LARGEST_HOME = 10_000;

const row = z.strictObject({
  item: text(longestPrice.item),
  level: z.optional(text(longestPrice.level)),
  unit: z.enum(keysOf(priceUnits)),
  /** In fen, so that no sum is a fraction too much. */
  fen: z.int().check(z.minimum(0), z.maximum(HIGHEST_FEN)),
});

/** What a proposal costs: service items with their level, unit and price, and the size of home it is reckoned for. */
export const priceTable = z.strictObject({
  rows: z.array(row).check(z.minLength(1), z.maxLength(MOST_PRICES)),
  /** Square metres of a usual home, by which prices per home join the sum. */
  homeSize: z.optional(z.int().check(z.minimum(1), z.maximum(LARGEST_HOME))),
});

/** A table of prices. */
export type PriceTable = z.infer<typeof priceTable>;

/** Fen as a price is written, without zeros that say nothing. */
export const yuanOf = (fen: number): string => String(fen / 100);

/** Each row as people write it. */
export const priceLines = ({ rows }: PriceTable): string[] =>
  rows.map(({ item, level, unit, fen }) =>
    [item, level, `${yuanOf(fen)} ${priceUnits[unit].label}`].filter((part) => part !== undefined).join(' '),
  );
