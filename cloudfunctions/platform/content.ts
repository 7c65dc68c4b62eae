import { contentOf, refOf, type Content } from '../../src/contracts/content';
import { dataMap } from '../../src/contracts/data-map';
import { priceLines } from '../../src/contracts/price-table';
import type { RequestState } from '../../src/contracts/request-vocabulary';
import { keysOfAuthors } from './authors';
import { filing } from './filing';
import { lookupDigest } from './keys';
import type { Member } from './member';
import { messageRow } from './message-row';
import type { Deed } from './record';
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

/** What it says, for who must judge it; null where it was taken away or changed, or its author is leaving. */
export async function contentFor(store: Store, reference: string): Promise<Shown | null> {
  const { collection, id, written } = contentOf(reference);
  const row = await store.get(collection, id);
  // What was written since is somebody else's to judge.
  if (row && !isOf(row, written)) return null;
  const key = row && (await keysOfAuthors(store, [row])).get(row.subject);
  if (!row || !key) return null;
  const facts: Partial<{ title: string; text: string; byline: string }> & { prices?: unknown } =
    collection === 'comments'
      ? readableFacts(dataMap.comments, row as Row<'comments'>, key).facts
      : readableFacts(dataMap.proposals, row as Row<'proposals'>, key).facts;
  const { title = null, text, byline = null, prices } = facts;
  if (text === undefined) return null;
  return { title, text, byline, prices: prices === undefined ? [] : priceLines(prices as never) };
}

/** What goes with something that is held back until a person has looked at it. */
export type Review = Required<Pick<Deed, 'events' | 'facts' | 'also'>>;

/**
 * A request in the author's name to look at something, so that it stands in the list of staff, has a day by which it is
 * answered, and a way to appeal.
 */
export function review(member: Member, content: Content, now: Date): Review {
  const about = refOf(content);
  const id = `r${lookupDigest(`publication|${about}|${now.toISOString()}`)}`;
  const asked = { kind: 'publication', details: undefined, ground: undefined, about } as const;
  const { row, event, openRequests } = filing(member, id, asked, now);
  return {
    events: [event],
    facts: { openRequests },
    also: (transaction) => transaction.add('requests', [row]),
  };
}

type ContentState = Row<'proposals'>['state'] & Row<'comments'>['state'];

interface Effect {
  from: readonly ContentState[];
  to: ContentState;
  /** Whether its author, who did not ask, must be told. */
  isTold: boolean;
}

/** What an answered request, or one that is taken back, does to what it is about. */
function effectOf({ kind }: Row<'requests'>, isApproved: boolean, state: RequestState): Effect | undefined {
  if (kind === 'complaint' && isApproved) return { from: ['published'], to: 'refused', isTold: true };
  if (kind !== 'publication') return undefined;
  if (isApproved) return { from: ['reviewing', 'refused'], to: 'published', isTold: false };
  const isKeptBack = state === 'refused' || state === 'cancelled';
  return isKeptBack ? { from: ['reviewing'], to: 'refused', isTold: false } : undefined;
}

/**
 * What a move does to the content that its request is about, in the move's own transaction: hides it, lets it out or
 * keeps it back. What was taken away or changed since is left as it is.
 */
export function movingContent(
  request: Row<'requests'>,
  isApproved: boolean,
  state: RequestState,
  now: Date,
): ((transaction: Transaction) => Promise<void>) | undefined {
  const effect = effectOf(request, isApproved, state);
  if (!effect || request.about === undefined) return undefined;
  const { collection, id, written } = contentOf(request.about);
  const { from, to, isTold } = effect;
  return async (transaction) => {
    const row = await transaction.get(collection, id);
    // A complaint is about whatever stands there; a look is at the very words that were held back.
    const isMeant = row && (request.kind === 'complaint' || isOf(row, written));
    if (!isMeant || !(from as readonly string[]).includes(row.state)) return;
    if (collection === 'comments') await transaction.change(collection, id, { state: to });
    else await transaction.change(collection, id, { state: to, hidden: to === 'refused' ? true : null });
    if (isTold) await transaction.add('messages', [messageRow(row.subject, 'content-hidden', {}, now)]);
  };
}
