import { cityCodeOf } from '../../src/contracts/city';
import type { community } from '../../src/contracts/community';
import type { FeedOrder } from '../../src/contracts/community-vocabulary';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { END, pageEnd } from '../domain/community/places';
import { emptied, headOf, wholeOf } from '../domain/community/present';
import { plainly } from '../domain/community/search-pairs';
import { searchedIn } from '../domain/community/writing';
import { keysOfAuthors } from '../platform/authors';
import { allOf, gt, lt, oneOf } from '../platform/conditions';
import type { Handlers } from '../platform/handler';
import { requireMember } from '../platform/member';
import { readableFacts } from '../platform/sealing';
import type { Filter, Row, Store } from '../platform/store';
import { termsOf } from '../platform/search-terms';
import { ownId } from './ids';
import { picturesOf, summariesOf } from './pictures-of';
import { readerOf } from './reader';

type Community = Handlers<typeof community>;
const PAGE = 20;
const COMMENTS = 30;

/** What opens of a page's proposals; whose author is leaving or gone, or whose words are damaged, is left out. */
async function openedPage(store: Store, rows: readonly Row<'proposals'>[]) {
  const keys = await keysOfAuthors(store, rows);
  return rows.flatMap((row) => {
    const key = keys.get(row.subject);
    return key ? [{ row, facts: readableFacts(dataMap.proposals, row, key).facts }] : [];
  });
}

const headsOf = (opened: Awaited<ReturnType<typeof openedPage>>) =>
  opened.flatMap(({ row, facts }) => headOf(row._id, facts) ?? []);

const columnOf = { newest: 'newest', top: 'top' } as const satisfies Record<FeedOrder, string>;

/**
 * A page of what is published, in two calls however much there is: the rows in the order of an index, and the keys of
 * their authors. It goes on exactly where the page before ended, whatever is published meanwhile.
 */
export const feed: Community['feed'] = async ({ store, input }) => {
  const { order, after = END } = input;
  const place = input.place === undefined ? undefined : cityCodeOf(input.place);
  if (input.place !== undefined && place === undefined) return fail('CITY_UNKNOWN');
  const column = columnOf[order];
  const filter: Filter<'proposals'> = { state: 'published', ...(place && { place }), [column]: lt(after) };
  const rows = await store.find('proposals', filter, { orderBy: [column, 'desc'], limit: PAGE, known: true });
  const proposals = headsOf(await openedPage(store, rows));
  return ok({ proposals, next: pageEnd(rows, PAGE, (row) => row[column]) });
};

/**
 * Finds by the digests of the words’ pairs of signs, then looks into what it opened: pairs that stand apart, or a
 * digest cut short that two pairs share, are no find.
 */
export const search: Community['search'] = async ({ store, input: { words, after = END } }) => {
  const terms = termsOf(words);
  if (terms.length === 0) return ok({ proposals: [], next: null });
  const filter = { terms: allOf(terms), state: 'published', newest: lt(after) } as const;
  const rows = await store.find('proposals', filter, {
    orderBy: ['newest', 'desc'],
    limit: PAGE,
    known: true,
  });
  const wanted = plainly(words);
  const found = (await openedPage(store, rows)).filter(({ facts }) =>
    plainly(searchedIn(facts)).includes(wanted),
  );
  return ok({ proposals: headsOf(found), next: pageEnd(rows, PAGE, (row) => row.newest) });
};

/** What is there for everyone, with words or without; what is held back is there for its author alone. */
const isReadable = ({ state, subject }: Row<'proposals'>, reader: string | undefined): boolean =>
  (state !== 'reviewing' && state !== 'refused') || subject === reader;

/** One proposal. What is not published is there for its author alone; of an author who is gone nothing is said. */
export const read: Community['read'] = async (call) => {
  const { store, input } = call;
  const reader = (await readerOf(call))?._id;
  const row = await store.get('proposals', input.id);
  if (!row) return fail('PROPOSAL_UNKNOWN');
  const { _id: id, state } = row;
  const isMine = row.subject === reader;
  if (state === 'erased') return ok({ id, ...emptied, pictures: [], state: 'left' });
  if (!isReadable(row, reader)) return fail('PROPOSAL_UNKNOWN');
  if (state === 'withdrawn') return ok({ id, ...emptied, pictures: [], state, isMine });
  const key = (await keysOfAuthors(store, [row])).get(row.subject);
  if (!key) return ok({ id, ...emptied, pictures: [], state: 'left' });
  const support = reader && (await store.get('supports', ownId('support', reader, id)));
  const facts = readableFacts(dataMap.proposals, row, key).facts;
  const pictures = summariesOf(await picturesOf(store, id, isMine));
  return ok({ id, ...wholeOf(facts), state, isMine, isSupported: Boolean(support), pictures });
};

/** The reader's own that are held back, so that they can be seen and taken away; on the first page alone. */
const heldComments = (store: Store, proposal: string, subject: string) =>
  store.find(
    'comments',
    { proposal, state: oneOf(['reviewing', 'refused']), subject },
    { orderBy: ['order', 'asc'], limit: COMMENTS },
  );

/** What was said about a proposal, oldest first; whoever left takes their words along. */
export const comments: Community['comments'] = async (call) => {
  const { store, input } = call;
  const reader = (await readerOf(call))?._id;
  const proposal = await store.get('proposals', input.id);
  if (!proposal || !isReadable(proposal, reader)) return ok({ comments: [], next: null });
  const filter = { proposal: input.id, state: 'published', order: gt(input.after ?? '') } as const;
  const page = await store.find('comments', filter, {
    orderBy: ['order', 'asc'],
    limit: COMMENTS,
    known: true,
  });
  const isFirst = input.after === undefined;
  const held = reader !== undefined && isFirst ? await heldComments(store, input.id, reader) : [];
  const rows = [...held, ...page];
  const keys = await keysOfAuthors(store, rows);
  const said = rows.flatMap((row) => {
    const key = keys.get(row.subject);
    const { text, byline } = key ? readableFacts(dataMap.comments, row, key).facts : {};
    if (text === undefined) return [];
    const { _id: id, at, subject, state } = row;
    return [{ id, text, byline: byline ?? null, at, isMine: subject === reader, state }];
  });
  return ok({ comments: said, next: pageEnd(page, COMMENTS, ({ order }) => order) });
};

/** The caller's own, whatever became of it; what was withdrawn says nothing any more and is not there. */
export const mine: Community['mine'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const filter = { subject: member.data.id, newest: lt(call.input.after ?? END) };
  const rows = await call.store.find('proposals', filter, { orderBy: ['newest', 'desc'], limit: PAGE });
  const proposals = rows.flatMap((row) => {
    const head = headOf(row._id, readableFacts(dataMap.proposals, row, member.data.key).facts);
    return head ? [{ ...head, state: row.state }] : [];
  });
  return ok({ proposals, next: pageEnd(rows, PAGE, (row) => row.newest) });
};
