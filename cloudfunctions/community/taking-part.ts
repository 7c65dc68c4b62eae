import type { community } from '../../src/contracts/community';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { byTop, inTime } from '../domain/community/places';
import type { Handlers } from '../platform/handler';
import { keysOfAuthors } from '../platform/authors';
import { requireMember } from '../platform/member';
import { closePublication } from '../platform/publication';
import { record } from '../platform/record';
import { sealRow } from '../platform/sealing';
import { Conflict, type Row, type Store, type Transaction } from '../platform/store';
import { hasPublishedOften, publishable, requireAuthor } from './author';
import { ownId } from './ids';
import { heldBack } from './review';

type Community = Handlers<typeof community>;

/** A proposal that is there for everyone. */
const isOpen = (row: Row<'proposals'> | undefined): row is Row<'proposals'> => row?.state === 'published';

/** Whether something may still be said about it: of an author who is leaving nothing new comes into being (P35). */
const isOpenNow = async (store: Store, row: Row<'proposals'> | undefined): Promise<boolean> =>
  isOpen(row) && (await keysOfAuthors(store, [row])).size > 0;

/**
 * Counts one more or less in the transaction that writes whose it is, from the number as the transaction sees it: of
 * two at once one comes again. Throws `Conflict` where the proposal was taken away meanwhile.
 */
async function count(transaction: Transaction, id: string, by: 1 | -1): Promise<number> {
  const row = await transaction.get('proposals', id);
  if (row?.newest === undefined) {
    // Taken away meanwhile: nothing is there to count, and a support that ends needs nothing.
    if (by === 1) throw new Conflict();
    return 0;
  }
  const supports = Math.max(0, (row.supports ?? 0) + by);
  await transaction.change('proposals', id, { supports, top: byTop(supports, row.newest) });
  return supports;
}

/** Supports a proposal or takes that back: one row a person and proposal, so that each counts once. */
export const support: Community['support'] = async (call) => {
  const author = await requireAuthor(call);
  if (!author.ok) return author;
  const { data: member } = author;
  const { id, on } = call.input;
  const proposal = await call.store.get('proposals', id);
  if (!proposal || (on && !(await isOpenNow(call.store, proposal)))) return fail('PROPOSAL_UNKNOWN');
  const own = ownId('support', member.id, id);
  const isOn = (await call.store.get('supports', own)) !== undefined;
  if (isOn === on) return ok({ id, on, supports: proposal.supports ?? 0 });
  const facts = { subject: member.id, proposal: id, at: call.now.toISOString() };
  let supports = 0;
  await record(call.store, member, call.now, {
    events: [{ type: on ? 'community.supported' : 'community.support-ended', body: { proposal: id } }],
    also: async (transaction) => {
      if (on) await transaction.add('supports', [sealRow(dataMap.supports, own, facts)]);
      else await transaction.remove('supports', own);
      supports = await count(transaction, id, on ? 1 : -1);
    },
  });
  return ok({ id, on, supports });
};

/** Says something about a proposal; a call that is repeated with the same `attempt` says it once. */
export const comment: Community['comment'] = async (call) => {
  const author = await requireAuthor(call);
  if (!author.ok) return author;
  const { data: member } = author;
  const { id: proposal, attempt, text, byline } = call.input;
  const id = ownId('comment', member.id, attempt);
  const before = await call.store.get('comments', id);
  if (before) return ok({ id, state: before.state });
  if (!(await isOpenNow(call.store, await call.store.get('proposals', proposal))))
    return fail('PROPOSAL_UNKNOWN');
  if (await hasPublishedOften(call, member, 'comments')) return fail('PUBLISHED_OFTEN');
  const texts = [text, ...(byline === undefined ? [] : [byline])];
  const checked = await publishable(call, texts, 'comment');
  if (!checked.ok) return checked;
  const at = call.now.toISOString();
  const facts = {
    subject: member.id,
    proposal,
    state: checked.data,
    text,
    byline,
    at,
    order: inTime(at, id),
  };
  const held = heldBack(member, { collection: 'comments', id }, checked.data, call.now);
  if (!held.ok) return held;
  try {
    await record(call.store, member, call.now, {
      events: [{ type: 'community.commented', body: { proposal, comment: id } }, ...held.data.events],
      facts: held.data.facts,
      also: async (transaction) => {
        await transaction.add('comments', [sealRow(dataMap.comments, id, facts, member.key)]);
        await held.data.also(transaction);
      },
    });
  } catch (error) {
    const first = error instanceof Conflict ? await call.store.get('comments', id) : undefined;
    if (first) return ok({ id, state: first.state });
    throw error;
  }
  return ok({ id, state: checked.data });
};

/** Takes one's own comment away, whole; one that is gone, or is not the caller's, is left as it is. */
export const uncomment: Community['uncomment'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const { id } = call.input;
  const row = await call.store.get('comments', id);
  if (row?.subject !== member.data.id) return ok({ id });
  await record(call.store, member.data, call.now, {
    events: [{ type: 'community.comment-withdrawn', body: { proposal: row.proposal, comment: id } }],
    also: (transaction) => transaction.remove('comments', id),
  });
  if (row.state === 'reviewing')
    await closePublication(call.store, { collection: 'comments', id, written: Date.parse(row.at) }, call.now);
  return ok({ id });
};
