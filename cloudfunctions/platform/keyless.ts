import type { EventType } from '../../src/contracts/events';
import { ledgerRow } from './ledger-row';
import type { Row, Store, Transaction } from './store';

/** The next row of an account's chain for an event without content: nothing in it needs the subject's key. */
export const keylessRow = ({ _id, chain }: Row<'accounts'>, type: EventType, now: Date): Row<'ledger'> =>
  ledgerRow(_id, chain, { type }, now);

/**
 * Freezes an account without a way back, due for erasure at `now`, and proves it in one transaction. It needs no key,
 * so a key or a row that does not open keeps nobody's data here. Throws `Conflict` when another operation on the same
 * person came first, a restore too: the caller then reads anew and repeats.
 */
export async function freezeForGood(
  store: Store,
  account: Row<'accounts'>,
  now: Date,
  type: EventType,
  also?: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  const row = keylessRow(account, type, now);
  const chain = { seq: row.seq, head: row.commitment };
  await store.transaction(async (transaction) => {
    await transaction.add('ledger', [row]);
    await transaction.change('accounts', account._id, {
      status: 'frozen',
      eraseAfter: now.toISOString(),
      chain,
    });
    await also?.(transaction);
  });
}
