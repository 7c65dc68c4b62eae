import type { community } from '@/contracts/community';
import type { Input } from '@/contracts/operation';
import { MOST_PRICES, yuanOf, type PriceTable, type PriceUnit } from '@/contracts/price-table';
import { publishCopy } from '@/copy/community';
import { newAttempt } from '@/features/drafts/attempt';
import { draftsOf } from '@/features/drafts/kept-drafts';
import { fenOf, homeSizeOf, tidy, type PriceRow, type Proposal } from './model';

/** A row of prices while it is written. */
export interface RowDraft {
  /** Which row it takes the place of; a new one has none. */
  at: number | undefined;
  item: string;
  level: string;
  unit: PriceUnit;
  yuan: string;
}

/** What the form of a proposal holds while it is written. */
export interface Draft {
  /** Names one attempt to publish exactly this: kept while it is tried again, new with each change. */
  attempt: string;
  /** Of a proposal that is edited: when it was last changed as it was read. */
  changedAt: string | undefined;
  title: string;
  text: string;
  byline: string;
  /** The city that the author confirmed for this proposal (P11); none unless they did. */
  place: string | undefined;
  rows: readonly PriceRow[];
  homeSize: string;
  /** Base64 of those that were chosen for a new proposal; on the phone alone until it is published. */
  pictures: readonly string[];
  /** The row that is open; it waits with everything else. */
  row: RowDraft | undefined;
}

/** The forms that wait, by the proposal's id; a new one's name is empty. */
export const proposalDrafts = draftsOf<Draft>('proposal');

/** A form that nothing is written in yet; nothing about a place is filled in by itself (P11). */
export const emptyDraft = (): Draft => ({
  attempt: newAttempt(),
  changedAt: undefined,
  ...{ title: '', text: '', byline: '', homeSize: '' },
  place: undefined,
  rows: [],
  pictures: [],
  row: undefined,
});

/** A form filled with what is published. */
export const draftOf = ({ title, text, byline, place, prices, changedAt }: Proposal): Draft => ({
  ...emptyDraft(),
  changedAt: changedAt ?? undefined,
  title: title ?? '',
  text: text ?? '',
  byline: byline ?? '',
  place: place ?? undefined,
  rows: prices?.rows ?? [],
  homeSize: prices?.homeSize === undefined ? '' : String(prices.homeSize),
});

/** A row of prices that nothing is written in yet. */
export const emptyRow = (): RowDraft => ({ at: undefined, item: '', level: '', unit: 'sqm-month', yuan: '' });

/** A row opened to be changed. */
export const rowDraftOf = ({ item, level = '', unit, fen }: PriceRow, at: number): RowDraft => ({
  ...{ at, item, level, unit },
  yuan: yuanOf(fen),
});

/** The written row as the contract takes it, or which of its fields is wrong. */
export function rowOf({ item, level, unit, yuan }: RowDraft): PriceRow | { wrong: 'item' | 'yuan' } {
  const fen = fenOf(yuan);
  if (item.trim() === '') return { wrong: 'item' };
  if (fen === undefined) return { wrong: 'yuan' };
  return { item: item.trim(), ...(level.trim() !== '' && { level: level.trim() }), unit, fen };
}

/** The rows with the written one in its place, or at the end. */
export const withRow = (rows: readonly PriceRow[], row: PriceRow, at: number | undefined): PriceRow[] =>
  at === undefined
    ? [...rows, row].slice(0, MOST_PRICES)
    : rows.map((old, each) => (each === at ? row : old));

/** The table as it is written now; none without a row, or while the size of a home is no size. */
export function tableOf({ rows, homeSize }: Pick<Draft, 'rows' | 'homeSize'>): PriceTable | undefined {
  const written = homeSizeOf(homeSize);
  if (rows.length === 0 || !written) return undefined;
  return { rows: [...rows], ...(written.size !== undefined && { homeSize: written.size }) };
}

type Written = Omit<Input<typeof community.publish>, 'attempt' | 'understood'>;

/** What a filled form says, or the sentence that says what is still missing. */
export function writtenIn(draft: Draft): Written | { missing: string } {
  const [title, text, byline] = [draft.title.trim(), tidy(draft.text), draft.byline.trim()];
  if (title === '') return { missing: publishCopy.missing.title };
  if (text === '') return { missing: publishCopy.missing.text };
  if (draft.rows.length > 0 && !homeSizeOf(draft.homeSize)) return { missing: publishCopy.missing.homeSize };
  const prices = tableOf(draft);
  return {
    ...{ title, text },
    ...(prices && { prices }),
    ...(byline !== '' && { byline }),
    ...(draft.place !== undefined && { place: draft.place }),
  };
}
