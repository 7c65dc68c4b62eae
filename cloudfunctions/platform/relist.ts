import type { Member } from './member';
import type { Store, Transaction } from './store';

const NOTHING = () => Promise.resolve();

/**
 * What a transaction that freezes or restores an account does about its open requests: they leave the list for staff,
 * or come back to it, with the next run of `reconcile`. One call beforehand, none where no request is open. The one
 * that the same transaction moves, if any, says so by itself.
 */
export async function relisting(
  store: Store,
  { id, row }: Member,
  now: Date,
  moved?: string,
): Promise<(transaction: Transaction) => Promise<void>> {
  if (row.openRequests === 0) return NOTHING;
  const open = await store.find('requests', { subject: id, open: true }, { only: ['_id'] });
  return async (transaction) => {
    for (const { _id } of open)
      if (_id !== moved) await transaction.change('requests', _id, { staleSince: now.toISOString() });
  };
}
