import type { community } from '../../src/contracts/community';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import {
  placesOf,
  saysSame,
  searchedIn,
  textsIn,
  withdrawn,
  type Writing,
} from '../domain/community/writing';
import type { Call, Handlers } from '../platform/handler';
import { requireMember, type Member } from '../platform/member';
import { closeLooks, takingDown } from '../platform/own-pictures';
import { closePublication } from '../platform/publication';
import { record } from '../platform/record';
import { readableFacts, sealFacts, sealRow } from '../platform/sealing';
import { termsOf } from '../platform/search-terms';
import { Conflict, type Change, type Row } from '../platform/store';
import { hasPublishedOften, publishable, requireAuthor, tagOf } from './author';
import { ownId } from './ids';
import { picturesOf } from './pictures-of';
import { heldBack } from './review';

type Community = Handlers<typeof community>;
type State = Row<'proposals'>['state'];

/** What the author wrote, the tag as it is stored. */
function writingOf(member: Member, input: Writing): Result<Writing> {
  const { title, text, prices, byline } = input;
  const tag = tagOf(member, input.place);
  return tag.ok ? ok({ title, text, prices, byline, place: tag.data }) : tag;
}

/** One's own proposal; anybody else's answers as one that does not exist. */
async function ownProposal({ store, input }: Call<{ id: string }>, { id }: Member) {
  const row = await store.get('proposals', input.id);
  return row?.subject === id ? row : undefined;
}

const stands = ({ _id, state }: Row<'proposals'>) => ok({ id: _id, state });

/**
 * Publishes a proposal, sealed under the author's own key, with a row in the author's chain. A call that is repeated
 * with the same `attempt` answers what the first one published.
 */
export const publish: Community['publish'] = async (call) => {
  const author = await requireAuthor(call);
  if (!author.ok) return author;
  const { data: member } = author;
  const id = ownId('proposal', member.id, call.input.attempt);
  const before = await call.store.get('proposals', id);
  if (before) return stands(before);
  const writing = writingOf(member, call.input);
  if (!writing.ok) return writing;
  if (await hasPublishedOften(call, member, 'proposals')) return fail('PUBLISHED_OFTEN');
  const checked = await publishable(call, textsIn(writing.data), 'forum');
  if (!checked.ok) return checked;
  const facts = {
    subject: member.id,
    state: checked.data,
    ...writing.data,
    ...placesOf(call.now.toISOString(), id),
    terms: termsOf(searchedIn(writing.data)),
  };
  const held = heldBack(member, { collection: 'proposals', id }, checked.data, call.now);
  if (!held.ok) return held;
  try {
    await record(call.store, member, call.now, {
      events: [{ type: 'community.published', body: { proposal: id } }, ...held.data.events],
      facts: held.data.facts,
      also: async (transaction) => {
        await transaction.add('proposals', [sealRow(dataMap.proposals, id, facts, member.key)]);
        await held.data.also(transaction);
      },
    });
  } catch (error) {
    const first = error instanceof Conflict ? await call.store.get('proposals', id) : undefined;
    if (first) return stands(first);
    throw error;
  }
  return ok({ id, state: checked.data });
};

/** Every part as it now is; what was left out goes. */
function changeOf(
  member: Member,
  id: string,
  writing: Writing,
  state: State,
  now: Date,
): Change<'proposals'> {
  const parts = Object.entries(writing) as [keyof Writing, unknown][];
  const left = parts.filter(([, value]) => value === undefined);
  return {
    ...Object.fromEntries(left.map(([name]) => [name, null])),
    ...sealFacts(dataMap.proposals, id, writing, member.key),
    state,
    changedAt: now.toISOString(),
    terms: termsOf(searchedIn(writing)),
  };
}

/**
 * Puts new words in the place of the old ones. The same edit once more changes nothing and answers the same; one that
 * was begun before another edit is refused, so that nothing is overwritten unseen.
 */
export const edit: Community['edit'] = async (call) => {
  const author = await requireAuthor(call);
  if (!author.ok) return author;
  const { data: member } = author;
  const row = await ownProposal(call, member);
  if (!row) return fail('PROPOSAL_UNKNOWN');
  if (row.state === 'withdrawn' || row.state === 'erased') return fail('PROPOSAL_STATE');
  const writing = writingOf(member, call.input);
  if (!writing.ok) return writing;
  const isSame = saysSame(readableFacts(dataMap.proposals, row, member.key).facts, writing.data);
  // The same words once more change nothing, but where they were refused they ask for another look.
  if (isSame && row.state !== 'refused') return stands(row);
  if (row.changedAt !== call.input.changedAt) return fail('PROPOSAL_CHANGED');
  const checked = await publishable(call, textsIn(writing.data), 'forum');
  if (!checked.ok) return checked;
  const { _id: id } = row;
  // What a person has hidden is let out by a person alone.
  const state = row.hidden ? 'reviewing' : checked.data;
  const held = heldBack(member, { collection: 'proposals', id }, state, call.now);
  if (!held.ok) return held;
  await record(call.store, member, call.now, {
    events: [{ type: 'community.edited', body: { proposal: id } }, ...held.data.events],
    facts: held.data.facts,
    also: async (transaction) => {
      const now = await transaction.get('proposals', id);
      // Staff may have hidden it since: that is in nobody's chain but the one's who complained.
      if (now?.state !== row.state || now.changedAt !== row.changedAt) throw new Conflict();
      await transaction.change('proposals', id, changeOf(member, id, writing.data, state, call.now));
      await held.data.also(transaction);
    },
  });
  return ok({ id, state });
};

/**
 * Takes every word and picture away at once; the row stays for what others said about it. Repeated, it changes nothing.
 */
export const withdraw: Community['withdraw'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const row = await ownProposal(call, member.data);
  if (!row) return fail('PROPOSAL_UNKNOWN');
  if (row.state === 'withdrawn') return stands(row);
  const held = await picturesOf(call.store, row._id, true);
  const pictures = await takingDown(call.store, held);
  await record(call.store, member.data, call.now, {
    events: [{ type: 'community.withdrawn', body: { proposal: row._id } }, ...pictures.events],
    also: async (transaction) => {
      await transaction.change('proposals', row._id, withdrawn);
      await pictures.also(transaction);
    },
  });
  const { _id: id, state, changedAt } = row;
  if (state === 'reviewing' && changedAt !== undefined)
    await closePublication(
      call.store,
      { collection: 'proposals', id, written: Date.parse(changedAt) },
      call.now,
    );
  await closeLooks(call.store, held, call.now);
  return ok({ id: row._id, state: withdrawn.state });
};
