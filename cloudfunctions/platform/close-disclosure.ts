import { ok } from '../../src/contracts/result';
import { Fault } from './fault';
import { untilUncontested, type Services } from './handler';
import { presentMember, type Member } from './member';
import { canMove } from '../domain/requests/moves';
import { isTrusted } from './case';
import { moveRequest } from './move-request';
import { record, type Deed } from './record';
import type { Change, Row, Transaction } from './store';

type Disclosure = Row<'disclosures'>;
type Work = Pick<Services, 'store'> & { now: Date };

/** The request to delete that ends with this row: approved, and no other recipient still owes it an answer. */
async function requestEnding(
  store: Services['store'],
  { _id, subject, requestId }: Disclosure,
): Promise<Row<'requests'> | undefined> {
  if (requestId === undefined) return undefined;
  const waiting = await store.find('disclosures', { subject, kind: 'deletion', state: 'waiting' });
  if (waiting.some((row) => row._id !== _id && row.requestId === requestId)) return undefined;
  const request = await store.get('requests', requestId);
  // One that somebody edited by hand is told of and not moved, or its new guard would hide the edit.
  return request && canMove(request, 'finish') && isTrusted(request) ? request : undefined;
}

/** Closes a row that has no chain to be proved in, unless another did, and writes `also` with it. */
async function closeAlone(
  store: Services['store'],
  { _id }: Disclosure,
  closed: Change<'disclosures'>,
  also?: (transaction: Transaction) => Promise<void>,
): Promise<boolean> {
  if (!also) return (await store.change('disclosures', { _id, state: 'waiting' }, closed)) === 1;
  return store.transaction(async (transaction) => {
    // No chain makes two who close it conflict, so the row itself is asked, and what was answered is not overwritten.
    if ((await transaction.get('disclosures', _id))?.state !== 'waiting') return false;
    await transaction.change('disclosures', _id, closed);
    await also(transaction);
    return true;
  });
}

/**
 * Closes a waiting row together with its proof. The person is read before the row, and closing a row moves the person's
 * chain, so that two who close the same row conflict and the second finds it closed: it is recorded once. Where the key
 * is gone there is no chain to write to any more, and the row alone remains as proof. The request that waited for this
 * row alone is done with it. `also` is written with it in either case. Answers whether it was this call that closed the
 * row.
 */
export async function closeDisclosure(
  { store, now }: Work,
  { _id, subject }: Disclosure,
  change: Change<'disclosures'>,
  deedFor: (member: Member) => Deed,
  also?: (transaction: Transaction) => Promise<void>,
): Promise<boolean> {
  const closed = { ...change, doneAt: now.toISOString() };
  const result = await untilUncontested(async () => {
    const member = await presentMember(store, subject);
    const row = await store.get('disclosures', _id);
    if (row?.state !== 'waiting') return ok(false);
    const deed = member && deedFor(member);
    if (!member || !deed || deed.events.length === 0) return ok(await closeAlone(store, row, closed, also));
    const request = await requestEnding(store, row);
    const together = async (transaction: Transaction) => {
      await transaction.change('disclosures', _id, closed);
      await deed.also?.(transaction);
      await also?.(transaction);
    };
    if (request)
      await moveRequest(store, { request, member }, 'finish', now, {
        ...deed,
        to: request.decision === 'partly' ? 'partly' : 'done',
        also: together,
      });
    else await record(store, member, now, { ...deed, also: together });
    return ok(true);
  });
  if (!result.ok) throw new Fault('a disclosure could not be recorded for conflicts');
  return result.data;
}
