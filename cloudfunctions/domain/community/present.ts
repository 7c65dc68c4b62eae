import type { dataMap } from '../../../src/contracts/data-map';
import type { Facts } from '../../../src/contracts/data-map/grammar';

type Proposal = Facts<typeof dataMap.proposals>;

/** How much of a text a list shows, in characters. */
const BEGINNING = 80;

/** A text's beginning on one line. */
const beginningOf = (text: string): string => {
  const line = Array.from(text.replace(/\s+/gu, ' '));
  return line.length <= BEGINNING ? line.join('') : `${line.slice(0, BEGINNING).join('')}…`;
};

/** A proposal as every list shows it; undefined where something of it is not there or does not open. */
export function headOf(id: string, { title, text, at, changedAt, ...rest }: Partial<Proposal>) {
  if (title === undefined || text === undefined || at === undefined) return undefined;
  return {
    id,
    title,
    beginning: beginningOf(text),
    byline: rest.byline ?? null,
    place: rest.place ?? null,
    at,
    isEdited: changedAt !== undefined && changedAt !== at,
    supports: rest.supports ?? 0,
    hasPrices: rest.prices !== undefined,
  };
}

/** Of a proposal that says nothing any more, or not to this reader: that it was there. */
export const emptied = {
  title: null,
  text: null,
  prices: null,
  byline: null,
  place: null,
  at: null,
  changedAt: null,
  supports: 0,
  isMine: false,
  isSupported: false,
} as const;

/** A whole proposal. */
export const wholeOf = ({
  title,
  text,
  prices,
  byline,
  place,
  at,
  changedAt,
  supports,
}: Partial<Proposal>) => ({
  title: title ?? null,
  text: text ?? null,
  prices: prices ?? null,
  byline: byline ?? null,
  place: place ?? null,
  at: at ?? null,
  changedAt: changedAt ?? null,
  supports: supports ?? 0,
});
