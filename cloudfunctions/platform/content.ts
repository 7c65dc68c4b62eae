import { contentOf, type Content } from '../../src/contracts/content';
import { dataMap } from '../../src/contracts/data-map';
import { priceLines } from '../../src/contracts/price-table';
import { MOST_PICTURES } from '../../src/contracts/picture';
import type { RequestState } from '../../src/contracts/request-vocabulary';
import { moderationOf } from '../domain/community/moderation';
import { keysOfAuthors } from './authors';
import type { SubjectKey } from './keys';
import { messageRow } from './message-row';
import { readableFacts } from './sealing';
import type { Row, Store, Transaction } from './store';

/** What staff and the rights desk need to know of something published. */
interface Shown {
  title: string | null;
  text: string;
  byline: string | null;
  prices: string[];
  /** `data:` addresses of its pictures. */
  pictures: string[];
}

type ContentRow = Row<Content['collection']>;

/** A row that others read, by its reference; undefined where there is none. */
export const contentRow = (store: Store, reference: string) => {
  const { collection, id } = contentOf(reference);
  return store.get(collection, id);
};

/** Whether a row still holds the words that were written at that time; any, where no time is named. */
const isOf = (row: ContentRow, written: number | undefined): boolean => {
  const { at, changedAt = at, removed } = row as ContentRow & { changedAt?: string; removed?: boolean };
  // A picture that was taken away leaves its row, and nothing that could be judged.
  return removed !== true && (written === undefined || Date.parse(changedAt) === written);
};

const shown = (
  { title, text, byline }: { title?: string; text?: string; byline?: string },
  prices: string[],
  pictures: string[],
): Shown | null =>
  text === undefined ? null : { title: title ?? null, text, byline: byline ?? null, prices, pictures };

const opened = (row: Row<'pictures'>, key: SubjectKey): string[] => {
  const { picture } = readableFacts(dataMap.pictures, row, key).facts;
  return picture === undefined ? [] : [picture];
};

/** What it says, for who must judge it; null where it was taken away or changed, or its author is leaving. */
export async function contentFor(store: Store, reference: string): Promise<Shown | null> {
  const { collection, id, written } = contentOf(reference);
  const row = await store.get(collection, id);
  // What was written since is somebody else's to judge.
  if (!row || !isOf(row, written)) return null;
  const key = (await keysOfAuthors(store, [row])).get(row.subject);
  if (!key) return null;
  if (collection === 'comments')
    return shown(readableFacts(dataMap.comments, row as Row<'comments'>, key).facts, [], []);
  if (collection === 'pictures') return shown({ text: '' }, [], opened(row as Row<'pictures'>, key));
  const { facts } = readableFacts(dataMap.proposals, row as Row<'proposals'>, key);
  const readable = { proposal: id, state: 'published' } as const;
  const pictures = await store.find('pictures', readable, { orderBy: ['at', 'asc'], limit: MOST_PICTURES });
  return shown(
    facts,
    facts.prices ? priceLines(facts.prices) : [],
    pictures.flatMap((each) => opened(each, key)),
  );
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
    if (collection === 'proposals')
      await transaction.change(collection, id, { state: to, hidden: to === 'refused' ? true : null });
    else await transaction.change(collection, id, { state: to });
    if (isTold) await transaction.add('messages', [messageRow(row.subject, 'content-hidden', {}, now)]);
  };
}
