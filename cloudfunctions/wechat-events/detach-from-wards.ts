import { Fault, faultOf } from '../platform/fault';
import { alsoOf, isWardOf } from '../platform/guardian';
import type { Services } from '../platform/handler';
import { log } from '../platform/log';
import { openedMember, type Member } from '../platform/member';
import { record } from '../platform/record';
import type { Row } from '../platform/store';
import { detachingAll } from './detaching';

type Work = Pick<Services, 'store'> & { now: Date };

const MOST_WARDS = 1000;

/** A child by their key; without it their pictures are shut to everybody, and the guardian's own must still go. */
async function openedAnyhow(row: Row<'accounts'>): Promise<Member | undefined> {
  try {
    return await openedMember(row);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    log('error', { function: 'wechat-events', fault: faultOf(error) });
    return undefined;
  }
}

/**
 * Takes off the children's requests what their guardian added, and answers the guardian as they are afterwards. One
 * transaction a child, with both chains; a child in whose requests nothing is left of it is passed over, so this may
 * die anywhere and run twice. A child who is leaving, and could come back, counts too.
 */
export async function detachFromWards({ store, now }: Work, guardian: Member): Promise<Member> {
  if (guardian.row.age !== 'adult') return guardian;
  const filter = { guardian: guardian.id, age: 'child' } as const;
  const wards = await store.find('accounts', filter, { limit: MOST_WARDS, only: ['_id'] });
  let acting = guardian;
  for (const { _id } of wards) {
    const row = await store.get('accounts', _id);
    if (!isWardOf(row, guardian.id)) continue;
    const ward = await openedAnyhow(row);
    if (!ward) continue;
    const { events, requestIds, also } = await detachingAll(store, ward, now, 'guardian');
    if (events.length === 0) continue;
    const acted = requestIds.map((requestId) => ({
      type: 'guardian.acted' as const,
      body: { ward: ward.id, requestId, move: 'detach' },
    }));
    const chain = await record(store, acting, now, {
      events: acted,
      also: async (transaction) => {
        await alsoOf(transaction, ward, events, now);
        await also(transaction);
      },
    });
    acting = { ...acting, row: { ...acting.row, chain } };
  }
  return acting;
}
