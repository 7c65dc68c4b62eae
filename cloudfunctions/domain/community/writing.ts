import canonicalize from 'canonicalize';
import type { dataMap } from '../../../src/contracts/data-map';
import { proposals } from '../../../src/contracts/data-map/collections/proposals';
import { droppedColumns } from '../../../src/contracts/data-map/derive/erasure';
import type { Facts } from '../../../src/contracts/data-map/grammar';
import { byTop, inTime } from './places';

type Proposal = Facts<typeof dataMap.proposals>;

/** What an author writes. */
export type Writing = Pick<Proposal, 'title' | 'text' | 'prices' | 'byline' | 'place'>;

/** Every text in it that others will read. */
export const textsIn = ({ title, text, prices, byline }: Writing): string[] =>
  [title, text, byline, ...(prices?.rows ?? []).flatMap(({ item, level }) => [item, level])].filter(
    (each) => each !== undefined,
  );

/** What a search looks into. */
export const searchedIn = ({ title = '', text = '' }: Writing): string => `${title}\n${text}`;

const partsOf = ({ title, text, prices, byline, place }: Writing) =>
  [title, text, prices, byline, place].map((part) => part ?? null);

/** Whether two say the same, so that an edit that came twice is no edit the second time. */
export const saysSame = (one: Writing, other: Writing): boolean =>
  canonicalize(partsOf(one)) === canonicalize(partsOf(other));

/** Where a new proposal stands in the lists. */
export function placesOf(at: string, id: string) {
  const newest = inTime(at, id);
  return { at, changedAt: at, supports: 0, newest, top: byTop(0, newest) };
}

/** A proposal that is withdrawn: it loses whatever an erasure of its author would take, and keeps its author. */
export const withdrawn = {
  ...Object.fromEntries(droppedColumns(proposals).map((column) => [column, null])),
  state: 'withdrawn',
} as const;
