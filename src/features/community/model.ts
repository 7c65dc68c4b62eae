import type { community } from '@/contracts/community';
import type { ProposalState } from '@/contracts/community-vocabulary';
import type { Output } from '@/contracts/operation';
import { HIGHEST_FEN, LARGEST_HOME, priceUnits, type PriceTable } from '@/contracts/price-table';
import { proposalCopy } from '@/copy/community';
import { findCity } from '@/features/city/model';
import type { TagProps } from '@/ui/tag';

/** A proposal in a list. */
export type ProposalHead = Output<typeof community.feed>['proposals'][number];

/** A whole proposal as the server tells it. */
export type Proposal = Output<typeof community.read>;

/** What somebody said about a proposal. */
export type Comment = Output<typeof community.comments>['comments'][number];

/** One row of a table of prices. */
export type PriceRow = PriceTable['rows'][number];

const MONTHS = 12;

/** What a table comes to, in whole fen: each part rounded once; null where nothing joins it. */
export interface PriceSum {
  /** Per square metre and month. */
  perSqm: number | null;
  /** Per home and month, where no size of home tells how to share it. */
  perHome: number | null;
  /** Whether something is paid each time, which joins no sum. */
  hasOnce: boolean;
}

/**
 * The sum of a table. What a home pays joins the sum per square metre by the size of a home: the fen are added over the
 * common denominator of twelve months and that size, so that nothing is rounded on the way.
 */
export function sumOf({ rows, homeSize }: PriceTable): PriceSum {
  const fenPer = (wanted: (typeof priceUnits)[PriceRow['unit']]['per']) =>
    rows.filter(({ unit }) => priceUnits[unit].per === wanted).reduce((sum, { fen }) => sum + fen, 0);
  const has = (...wanted: (string | null)[]) =>
    rows.some(({ unit }) => wanted.includes(priceUnits[unit].per));
  const hasOnce = has(null);
  const yearOfHome = MONTHS * fenPer('home') + fenPer('home-year');
  if (homeSize === undefined)
    return {
      perSqm: has('sqm') ? fenPer('sqm') : null,
      perHome: has('home', 'home-year') ? Math.round(yearOfHome / MONTHS) : null,
      hasOnce,
    };
  const yearOfAll = MONTHS * homeSize * fenPer('sqm') + yearOfHome;
  const perSqm = has('sqm', 'home', 'home-year') ? Math.round(yearOfAll / (MONTHS * homeSize)) : null;
  return { perSqm, perHome: null, hasOnce };
}

/** Half-width signs, without blanks: keyboards give digits and dots in both widths. */
const plain = (typed: string): string => typed.normalize('NFKC').replace(/。/g, '.').trim();

/** Yuan as typed, in fen; undefined where it is no price of at most two decimals inside what the contract takes. */
export function fenOf(typed: string): number | undefined {
  const [, yuan, decimals = ''] = /^(\d{1,7})(?:\.(\d{0,2}))?$/.exec(plain(typed)) ?? [];
  if (yuan === undefined) return undefined;
  const fen = Number(yuan) * 100 + Number(decimals.padEnd(2, '0'));
  return fen <= HIGHEST_FEN ? fen : undefined;
}

/** Square metres as typed: none for a blank, undefined for what is no size of a home. */
export function homeSizeOf(typed: string): { size?: number } | undefined {
  const written = plain(typed);
  if (written === '') return {};
  const size = /^\d{1,6}$/.test(written) ? Number(written) : 0;
  return size >= 1 && size <= LARGEST_HOME ? { size } : undefined;
}

/** As much of a text as fits, without half a sign at the end. */
export function cut(text: string, most: number): string {
  const short = text.slice(0, most);
  return text.length > most ? short.replace(/[\ud800-\udbff]$/, '') : short;
}

/** A text without blanks at its ends, its paragraphs at most one empty line apart. */
export const tidy = (text: string): string => text.trim().replace(/\n(?:\s*\n){2,}/g, '\n\n');

/** Who signed it, in words. */
export const bylineInWords = (byline: string | null): string => byline ?? proposalCopy.noByline;

/** The city of a tag; a code that the table does not know says nothing. */
export const cityInWords = (place: string | null): string | undefined =>
  place === null ? undefined : findCity(place)?.name;

const tones = {
  published: 'good',
  reviewing: 'warn',
  refused: 'bad',
  withdrawn: 'plain',
  erased: 'plain',
} as const satisfies Record<ProposalState, TagProps['tone']>;

/** The colour that repeats what the word of a state says. */
export const toneOf = (state: ProposalState): TagProps['tone'] => tones[state];

/** Each item once, in the order of its first place: pages overlap where something moved up between them. */
export function withoutRepeats<Item extends { id: string }>(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/**
 * A proposal as whoever logged out on this phone may see it: the server still knows them by WeChat, so what is theirs
 * alone is taken off here; undefined where all of it is.
 */
export function asGuest(proposal: Proposal): Proposal | undefined {
  const isPrivate = proposal.state === 'reviewing' || proposal.state === 'refused';
  return isPrivate
    ? undefined
    : {
        ...proposal,
        isMine: false,
        isSupported: false,
        pictures: proposal.pictures.filter(({ state }) => state === 'published'),
      };
}
