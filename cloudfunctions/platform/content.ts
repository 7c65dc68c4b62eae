import { contentOf } from '../../src/contracts/content';
import { dataMap } from '../../src/contracts/data-map';
import { priceLines } from '../../src/contracts/price-table';
import type { RequestState } from '../../src/contracts/request-vocabulary';
import { moderationOf } from '../domain/community/moderation';
import { keysOfAuthors } from './authors';
import { messageRow } from './message-row';
import { readableFacts } from './sealing';
import type { Row, Store, Transaction } from './store';

/** What staff and the rights desk need to know of something published. */
export interface Shown {
  title: string | null;
  text: string;
  byline: string | null;
  prices: string[];
}

/** A row that others read, by its reference; undefined where there is none. */
export const contentRow = (store: Store, reference: string) => {
  const { collection, id } = contentOf(reference);
  return store.get(collection, id);
};

/** Whether a row still holds the words that were written at that time; any, where no time is named. */
const isOf = (row: Row<'proposals'> | Row<'comments'>, written: number | undefined): boolean => {
  const at = 'changedAt' in row ? row.changedAt : row.at;
  return written === undefined || (at !== undefined && Date.parse(at) === written);
};

const shown = (facts: { title?: string; text?: string; byline?: string }, prices: string[]): Shown | null =>
  facts.text === undefined
    ? null
    : { title: facts.title ?? null, text: facts.text, byline: facts.byline ?? null, prices };

/** What it says, for who must judge it; null where it was taken away or changed, or its author is leaving. */
export async function contentFor(store: Store, reference: string): Promise<Shown | null> {
  const { collection, id, written } = contentOf(reference);
  const row = await store.get(collection, id);
  // What was written since is somebody else's to judge.
  if (!row || !isOf(row, written)) return null;
  const key = (await keysOfAuthors(store, [row])).get(row.subject);
  if (!key) return null;
  if (collection === 'comments')
    return shown(readableFacts(dataMap.comments, row as Row<'comments'>, key).facts, []);
  const { facts } = readableFacts(dataMap.proposals, row as Row<'proposals'>, key);
  return shown(facts, facts.prices ? priceLines(facts.prices) : []);
}

/**
 * What a move does to the content that its request is about, in the move's own transaction: hides it, lets it out or
 * keeps it back. What was taken away or changed since is left as it is.
 */
export function movingContent(
  { kind, about }: Row<'requests'>,
  isApproved: boolean,
  state: RequestState,
  now: Date,
): ((transaction: Transaction) => Promise<void>) | undefined {
  const moderation = moderationOf(kind, isApproved, state);
  if (!moderation || about === undefined) return undefined;
  const { collection, id, written } = contentOf(about);
  const { from, to, isOfTheseWords, isTold } = moderation;
  return async (transaction) => {
    const row = await transaction.get(collection, id);
    const isMeant = row && (!isOfTheseWords || isOf(row, written));
    if (!isMeant || !(from as readonly string[]).includes(row.state)) return;
    if (collection === 'comments') await transaction.change(collection, id, { state: to });
    else await transaction.change(collection, id, { state: to, hidden: to === 'refused' ? true : null });
    if (isTold) await transaction.add('messages', [messageRow(row.subject, 'content-hidden', {}, now)]);
  };
}
