import { createHash } from 'node:crypto';
import type { community } from '../../src/contracts/community';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import { addressOf, MOST_HELD, MOST_PICTURES } from '../../src/contracts/picture';
import { ok } from '../../src/contracts/result';
import { MOST_WAITING } from '../domain/community/limits';
import { pictureIn, type Picture } from '../domain/pictures/picture';
import { Fault, faultOf } from '../platform/fault';
import type { Call, Handlers } from '../platform/handler';
import { log } from '../platform/log';
import { requireMember, type Member } from '../platform/member';
import { closeLooks, takingDown } from '../platform/own-pictures';
import { askForCheck, firstTry } from '../platform/picture-check';
import { record } from '../platform/record';
import { readableFacts, sealRow } from '../platform/sealing';
import { keysOfAuthors } from '../platform/authors';
import { Conflict, type Row } from '../platform/store';
import { requireAuthor } from './author';
import { ownId } from './ids';
import { picturesOf, summariesOf } from './pictures-of';
import { readerOf } from './reader';

type Community = Handlers<typeof community>;

/** One's own proposal that still says something. */
async function ownStanding({ store, input }: Call<{ id: string }>, { id }: Member) {
  const row = await store.get('proposals', input.id);
  if (row?.subject !== id) return fail('PROPOSAL_UNKNOWN');
  return row.state === 'withdrawn' || row.state === 'erased' ? fail('PROPOSAL_STATE') : ok(row);
}

/** The same for the same picture of the same proposal, so that a repeated call meets its own row. */
const idOf = (subject: string, proposal: string, { bytes }: Picture): string =>
  ownId('picture', subject, `${proposal}|${createHash('sha256').update(bytes).digest('hex')}`);

/** Why somebody may add no picture more; the rights keep their places, should a person have to look at all of them. */
async function refusalOf({ store }: Call<unknown>, { id, row }: Member) {
  const held = await store.find('pictures', { subject: id }, { limit: MOST_HELD, only: ['_id', 'state'] });
  if (held.length >= MOST_HELD) return fail('PICTURES_FULL');
  const waiting = held.filter(({ state }) => state === 'checking').length;
  return row.openRequests + waiting >= MOST_WAITING ? fail('TOO_MANY_OPEN') : undefined;
}

/** What could not be asked now is asked again by the timer; the picture waits meanwhile. */
async function asked(call: Call<unknown>, member: Member, row: Row<'pictures'>): Promise<void> {
  try {
    await askForCheck(call, member, row);
  } catch (error) {
    if (error instanceof Conflict) throw error;
    log('error', { function: 'community', fault: faultOf(error) });
  }
}

/** Adds a picture, sealed under the author's key, and has WeChat look at it. */
export const addPicture: Community['addPicture'] = async (call) => {
  const author = await requireAuthor(call);
  if (!author.ok) return author;
  const { data: member } = author;
  const proposal = await ownStanding(call, member);
  if (!proposal.ok) return proposal;
  const read = pictureIn(call.input.picture);
  if (!read.ok) return read;
  const { _id: proposalId } = proposal.data;
  const { format, bytes } = read.data;
  const id = idOf(member.id, proposalId, read.data);
  const known = await call.store.get('pictures', id);
  const before = await picturesOf(call.store, proposalId, true);
  if (known)
    return known.removed ? fail('PICTURE_REFUSED') : ok({ id: proposalId, pictures: summariesOf(before) });
  if (before.length >= MOST_PICTURES) return fail('PICTURES_ENOUGH');
  const refused = await refusalOf(call, member);
  if (refused) return refused;
  const facts = {
    subject: member.id,
    proposal: proposalId,
    state: 'checking',
    at: call.now.toISOString(),
    nextAt: firstTry(call.now),
    format,
    bytes: bytes.length,
    picture: addressOf(bytes.toString('base64')),
  } as const;
  const row = sealRow(dataMap.pictures, id, facts, member.key);
  await record(call.store, member, call.now, {
    events: [{ type: 'community.picture-added', body: { proposal: proposalId, picture: id } }],
    also: (transaction) => transaction.add('pictures', [row]),
  });
  await asked(call, member, row);
  return ok({ id: proposalId, pictures: summariesOf([...before, row]) });
};

/** Takes a picture away: its row goes, and what lay for WeChat to look at. */
export const removePicture: Community['removePicture'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const { store, input, now } = call;
  const proposal = await store.get('proposals', input.id);
  if (proposal?.subject !== member.data.id) return fail('PROPOSAL_UNKNOWN');
  const before = await picturesOf(store, input.id, true);
  const row = before.find(({ _id }) => _id === input.picture);
  if (row) {
    await record(store, member.data, now, await takingDown(store, [row]));
    await closeLooks(store, [row], now);
  }
  return ok({ id: input.id, pictures: summariesOf(before.filter((each) => each !== row)) });
};

/** One picture, opened, for whoever may read its proposal; of others' only what is published. */
export const picture: Community['picture'] = async (call) => {
  const { store, input } = call;
  const row = await store.get('pictures', input.id);
  if (!row || row.removed) return fail('PICTURE_UNKNOWN');
  const isOpen =
    row.state === 'published' && (await store.get('proposals', row.proposal))?.state === 'published';
  if (!isOpen && (await readerOf(call))?._id !== row.subject) return fail('PICTURE_UNKNOWN');
  const key = (await keysOfAuthors(store, [row])).get(row.subject);
  if (!key) return fail('PICTURE_UNKNOWN');
  const { picture: shown } = readableFacts(dataMap.pictures, row, key).facts;
  if (shown === undefined) throw new Fault('pictures.picture does not open');
  return ok({ id: row._id, picture: shown });
};
