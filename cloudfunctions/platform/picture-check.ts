import { dataMap } from '../../src/contracts/data-map';
import { refOf } from '../../src/contracts/content';
import { base64Of, pictureFormats } from '../../src/contracts/picture';
import { filing } from './filing';
import type { Services } from './handler';
import { lookupDigest } from './keys';
import { activeMember, factOf, type Member } from './member';
import { messageRow } from './message-row';
import { record } from './record';
import { openRow } from './sealing';
import type { Row, Store } from './store';
import type { Verdict } from './wechat';

type Work = Services & { now: Date };
type Picture = Row<'pictures'>;

/** WeChat fetches and answers within half an hour; after that nobody needs the address. */
const ADDRESS_S = 3600;

/** The call that adds a picture asks at once; what dies in it is taken up by the timer after this. */
const AGAIN_MS = 2 * 60_000;
/** WeChat promises its verdict within half an hour. */
const VERDICT_MS = 40 * 60_000;
/** Whoever is leaving may come back on any day. */
const LEAVING_MS = 24 * 3600_000;

const after = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();

/** When the timer takes a look up that nobody asked WeChat for yet. */
export const firstTry = (now: Date): string => after(now, AGAIN_MS);

const SETTLED = { file: null, trace: null, nextAt: null } as const;

/** Takes away the file from which WeChat fetched a picture, before the row forgets which it was. */
export async function removeFile(store: Store, { file }: Pick<Picture, 'file'>): Promise<void> {
  if (file !== undefined) await store.removeFiles([file]);
}

/**
 * Asks WeChat to look at a picture: lays it where WeChat can fetch it for an hour, and remembers by which name the
 * verdict will come. The row knows the file before it is there, so that whatever dies in between, it is found and taken
 * away. May run twice: the later look counts.
 */
export async function askForCheck({ store, wechat, now }: Work, member: Member, row: Picture): Promise<void> {
  const { picture, format } = openRow(dataMap.pictures, row, member.key);
  const path = `checks/${row._id}.${pictureFormats[format].extension}`;
  const file = await store.fileAt(path);
  const isOurs = { _id: row._id, state: 'checking' } as const;
  const begun = await store.change('pictures', isOurs, { file, nextAt: after(now, AGAIN_MS) });
  if (begun === 0) return;
  await store.putFile(path, Buffer.from(base64Of(picture), 'base64'));
  const address = await store.fileAddress(file, ADDRESS_S);
  const trace = await wechat.checkPicture(factOf(member, 'openid'), address);
  await store.change('pictures', isOurs, { trace, nextAt: after(now, VERDICT_MS) });
}

/** A person looks at it: a request in the author's name, with a day by which it is answered and a way to appeal. */
async function toPerson({ store, now }: Work, member: Member, { _id, at }: Picture): Promise<void> {
  const about = refOf({ collection: 'pictures', id: _id, written: Date.parse(at) });
  const id = `r${lookupDigest(`publication|${about}`)}`;
  const asked = { kind: 'publication', details: undefined, ground: undefined, about } as const;
  const { row, event, openRequests } = filing(member, id, asked, now);
  await record(store, member, now, {
    events: [event],
    facts: { openRequests },
    also: async (transaction) => {
      await transaction.add('requests', [row]);
      await transaction.change('pictures', _id, { ...SETTLED, state: 'reviewing' });
    },
  });
}

/** It goes, and its author is told. */
async function takeAway({ store, now }: Work, member: Member, { _id, proposal }: Picture): Promise<void> {
  await record(store, member, now, {
    events: [{ type: 'community.picture-removed', body: { proposal, picture: _id, by: 'wechat' } }],
    also: async (transaction) => {
      await transaction.remove('pictures', _id);
      await transaction.add('messages', [messageRow(member.id, 'picture-refused', {}, now)]);
    },
  });
}

/**
 * What a verdict makes of a picture; a picture that is settled already stays as it is, so the same verdict may come
 * twice. Of somebody who is leaving nothing is published: whoever comes back is asked for anew.
 */
export async function settleCheck(work: Work, row: Picture, verdict: Verdict): Promise<void> {
  if (row.state !== 'checking') return;
  await removeFile(work.store, row);
  const { store } = work;
  const isOurs = { _id: row._id, state: 'checking' } as const;
  const member = await activeMember(store, row.subject);
  if (!member) await store.change('pictures', isOurs, { ...SETTLED, nextAt: after(work.now, LEAVING_MS) });
  else if (verdict === 'pass') await store.change('pictures', isOurs, { ...SETTLED, state: 'published' });
  else if (verdict === 'risky') await takeAway(work, member, row);
  else await toPerson(work, member, row);
}
