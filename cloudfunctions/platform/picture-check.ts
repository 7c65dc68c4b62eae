import { dataMap } from '../../src/contracts/data-map';
import { base64Of, pictureFormats } from '../../src/contracts/picture';
import { Fault } from './fault';
import type { Services } from './handler';
import { lookupDigest } from './keys';
import { activeMember, factOf, type Member } from './member';
import { messageRow } from './message-row';
import { publicationOf } from './publication';
import { record } from './record';
import { openRow } from './sealing';
import { Conflict, type Change, type Row, type Store, type Transaction } from './store';
import type { Verdict } from './wechat';

type Work = Services & { now: Date };
type Picture = Row<'pictures'>;

/** WeChat fetches and answers within half an hour; after that nobody needs the address. */
const ADDRESS_S = 3600;
/** The call that adds a picture asks at once; what dies in it is taken up by the timer after this. */
const AGAIN_MS = 2 * 60_000;
/** WeChat promises its verdict within half an hour. */
const VERDICT_MS = 40 * 60_000;
/** Whoever is leaving may come back at any hour. */
const LEAVING_MS = 3600_000;

const after = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();

/** When the timer takes a look up that nobody asked WeChat for yet. */
export const firstTry = (now: Date): string => after(now, AGAIN_MS);

const SETTLED = { file: null, trace: null, nextAt: null } as const;

/** Changes a picture that is still being looked at; answers whether it was. */
const changeWaiting = async (store: Store, _id: string, change: Change<'pictures'>): Promise<boolean> =>
  (await store.change('pictures', { _id, state: 'checking' }, change)) > 0;

/** Takes away the file from which WeChat fetched a picture, before the row forgets which it was. */
export async function removeFile(store: Store, { file }: Pick<Picture, 'file'>): Promise<void> {
  if (file !== undefined) await store.removeFiles([file]);
}

/**
 * Asks WeChat to look at a picture: lays it where WeChat can fetch it for an hour, and remembers by which name the
 * verdict will come. The row knows the file before it is there, so that whatever dies in between, it is found and taken
 * away; where the picture went meanwhile, or WeChat could not be asked, the file goes at once. May run twice: the later
 * look counts.
 */
export async function askForCheck({ store, wechat, now }: Work, member: Member, row: Picture): Promise<void> {
  const { _id } = row;
  const { picture, format } = openRow(dataMap.pictures, row, member.key);
  if (picture === undefined) throw new Fault('a picture without its content waits for a look');
  // Of a name that nobody can tell from the picture's own, which everybody may know.
  const path = `checks/${lookupDigest(`check|${_id}`)}.${pictureFormats[format].extension}`;
  const file = await store.fileAt(path);
  if (!(await changeWaiting(store, _id, { file, trace: null, nextAt: after(now, AGAIN_MS) }))) return;
  try {
    await store.putFile(path, Buffer.from(base64Of(picture), 'base64'));
    const address = await store.fileAddress(file, ADDRESS_S);
    const trace = await wechat.checkPicture(factOf(member, 'openid'), address);
    const isKnown = await changeWaiting(store, _id, { file, trace, nextAt: after(now, VERDICT_MS) });
    if (!isKnown) await store.removeFiles([file]);
  } catch (error) {
    await store.removeFiles([file]);
    throw error;
  }
}

/** In the transaction that settles a picture: it is as it was read, or somebody else was first. */
async function requireSame(transaction: Transaction, { _id, trace }: Picture): Promise<void> {
  const now = await transaction.get('pictures', _id);
  if (now?.state !== 'checking' || now.trace !== trace) throw new Conflict();
}

/** A person looks at it: a request in the author's name, with a day by which it is answered and a way to appeal. */
async function toPerson({ store, now }: Work, member: Member, row: Picture): Promise<void> {
  const content = { collection: 'pictures', id: row._id, written: Date.parse(row.at) } as const;
  const { event, facts, request } = publicationOf(member, content, now);
  await record(store, member, now, {
    events: [event],
    facts,
    also: async (transaction) => {
      await requireSame(transaction, row);
      await transaction.add('requests', [request]);
      await transaction.change('pictures', row._id, { ...SETTLED, state: 'reviewing' });
    },
  });
}

/** It goes, and its author is told. */
async function takeAway({ store, now }: Work, member: Member, row: Picture): Promise<void> {
  const { _id, proposal } = row;
  await record(store, member, now, {
    events: [{ type: 'community.picture-removed', body: { proposal, picture: _id, by: 'wechat' } }],
    also: async (transaction) => {
      await requireSame(transaction, row);
      await transaction.remove('pictures', _id);
      await transaction.add('messages', [messageRow(member.id, 'picture-refused', {}, now)]);
    },
  });
}

/**
 * What a verdict makes of a picture; one that is settled already stays as it is, so the same verdict may come twice. Of
 * somebody who is leaving nothing is published: whoever comes back is asked for anew. Throws `Conflict` where somebody
 * else was first: read anew then.
 */
export async function settleCheck(work: Work, row: Picture, verdict: Verdict): Promise<void> {
  const { store } = work;
  if (row.state !== 'checking') return;
  await removeFile(store, row);
  const member = await activeMember(store, row.subject);
  if (!member) await changeWaiting(store, row._id, { ...SETTLED, nextAt: after(work.now, LEAVING_MS) });
  else if (verdict === 'pass') await changeWaiting(store, row._id, { ...SETTLED, state: 'published' });
  else if (verdict === 'risky') await takeAway(work, member, row);
  else await toPerson(work, member, row);
}

/** After a look that came to nothing: no file lies about, and the timer asks once more. */
export async function lookAgain({ store, now }: Work, row: Picture): Promise<void> {
  await removeFile(store, row);
  await changeWaiting(store, row._id, { trace: null, nextAt: firstTry(now) });
}
