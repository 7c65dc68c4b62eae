import { MOST_HELD } from '../../src/contracts/picture';
import type { WeChatEvent } from '../../src/contracts/wechat-events';
import { ok, type Result } from '../../src/contracts/result';
import { policyFor } from '../domain/policy/terms';
import { cancelled, held, revoked, taking, type TakenBack } from '../domain/taken-back';
import { eraseAfterNow } from '../platform/cooling-off';
import { recallOf } from '../platform/disclosures';
import type { Services } from '../platform/handler';
import { DESTROYED, lookupDigest } from '../platform/keys';
import { findAccount, openedMember, type Member } from '../platform/member';
import { messageRow } from '../platform/message-row';
import { closeLooks, takingDown } from '../platform/own-pictures';
import { record } from '../platform/record';
import type { Store } from '../platform/store';
import { removeResting } from '../platform/resting';
import { detachFromWards } from './detach-from-wards';
import { detachingAll } from './detaching';

type Work = Pick<Services, 'store'> & { now: Date };

/** What each event means: what is taken back, its event in the person's chain, and what the person is told. */
const meanings = {
  user_authorization_revoke: { type: 'authorization.revoked', template: 'authorization-revoked' },
  user_authorization_cancellation: { type: 'authorization.cancelled', template: 'authorization-cancelled' },
} as const;

const infoOf = (event: WeChatEvent): string => ('RevokeInfo' in event ? String(event.RevokeInfo) : '');

const takenBackBy = (event: WeChatEvent): TakenBack =>
  'RevokeInfo' in event ? revoked(infoOf(event)) : cancelled();

/** The same push has the same id, and nobody without the key can tell whom it is about. */
const idOf = (event: WeChatEvent): string =>
  `w${lookupDigest(['wechat-event', event.OpenID, event.Event, infoOf(event), event.CreateTime].join('|'))}`;

/** The pictures of a person's proposals. */
async function publishedBy(store: Store, { id: subject }: Member) {
  const only = ['_id', 'proposal', 'state', 'at', 'file', 'removed'] as const;
  const rows = await store.find('pictures', { subject }, { limit: MOST_HELD, only });
  return rows.filter(({ removed }) => !removed);
}

/**
 * Takes back what a person took back in WeChat: clears the facts that may go, takes pictures off requests and
 * proposals, ends the consents, asks recipients to delete, proves it in the chain and tells the person, in one
 * transaction whose message's id is the event's, so that WeChat may push it as often as it likes. What a guardian added
 * for a child goes before. What rests on a consent goes afterwards; should this die first, the timer of `retention`
 * finishes it. Of somebody without an account, or whose key is gone, nothing is written.
 */
export async function takeBack({ store, now }: Work, event: WeChatEvent): Promise<Result<undefined>> {
  const row = await findAccount({ store, openid: event.OpenID });
  if (!row || row.status === 'erasing' || row.key === DESTROYED) return ok(undefined);
  const id = idOf(event);
  if (await store.get('messages', id)) return ok(undefined);
  const { type, template } = meanings[event.Event];
  const takenBack = takenBackBy(event);
  const opened = await openedMember(row);
  const member = takenBack.pictures ? await detachFromWards({ store, now }, opened) : opened;
  const part = held(takenBack, row);
  const { version, digest } = policyFor(row, now);
  const body = { codes: infoOf(event), cleared: part.gone, kept: part.kept, withdrawn: part.ended };
  const { facts, events, ended } = taking(
    part,
    { type, body },
    {
      age: row.age,
      grants: row.grants,
      seq: row.chain.seq,
      at: now.toISOString(),
      policyVersion: version,
      policyDigest: digest,
      eraseAfter: eraseAfterNow(row, now),
    },
  );
  const cleared = Object.entries(facts).flatMap(([name, value]) => (value === null ? [name] : []));
  const recall = recallOf(member, cleared, now);
  const pictures = takenBack.pictures ? await detachingAll(store, member, now) : undefined;
  const ofProposals = takenBack.pictures ? await publishedBy(store, member) : [];
  const published = await takingDown(store, ofProposals);
  await record(store, member, now, {
    events: [...events, ...recall.events, ...(pictures?.events ?? []), ...published.events],
    facts,
    also: async (transaction) => {
      await transaction.add('messages', [messageRow(member.id, template, {}, now, id)]);
      if (recall.rows.length > 0) await transaction.add('disclosures', recall.rows);
      await pictures?.also(transaction);
      await published.also(transaction);
    },
  });
  await closeLooks(store, ofProposals, now);
  for (const purpose of ended) await removeResting(store, purpose, [member.id]);
  return ok(undefined);
}
