import { ok } from '../../src/contracts/result';
import { Fault } from './fault';
import { untilUncontested, type Services } from './handler';
import { presentMember, record, type Deed, type Member } from './member';
import type { Change, Row } from './store';

type Disclosure = Row<'disclosures'>;
type Work = Pick<Services, 'store'> & { now: Date };

/**
 * Closes a waiting row together with its proof. The person is read before the row, and closing a row moves the person's
 * chain, so that two who close the same row conflict and the second finds it closed: it is recorded once. Where the key
 * is gone there is no chain to write to any more, and the row alone remains as proof.
 */
export async function closeDisclosure(
  { store, now }: Work,
  { _id, subject }: Disclosure,
  change: Change<'disclosures'>,
  deedFor: (member: Member) => Deed,
): Promise<void> {
  const closed = { ...change, doneAt: now.toISOString() };
  const result = await untilUncontested(async () => {
    const member = await presentMember(store, subject);
    const row = await store.get('disclosures', _id);
    if (row?.state !== 'waiting') return ok(undefined);
    const deed = member && deedFor(member);
    if (!member || !deed || deed.events.length === 0) {
      await store.change('disclosures', { _id, state: 'waiting' }, closed);
      return ok(undefined);
    }
    await record(store, member, now, {
      ...deed,
      also: async (transaction) => {
        await transaction.change('disclosures', _id, closed);
        await deed.also?.(transaction);
      },
    });
    return ok(undefined);
  });
  if (!result.ok) throw new Fault('a disclosure could not be recorded for conflicts');
}
