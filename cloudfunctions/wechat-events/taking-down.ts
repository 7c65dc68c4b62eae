import { MOST_HELD } from '../../src/contracts/picture';
import type { LedgerEvent } from '../domain/ledger';
import type { Member } from '../platform/member';
import { removeFile } from '../platform/picture-check';
import type { Store, Transaction } from '../platform/store';

/** What a transaction writes that takes pictures off a person's proposals, and the events that prove it. */
interface TakingDown {
  events: LedgerEvent[];
  also: (transaction: Transaction) => Promise<void>;
}

/** Takes every picture off a person's proposals; what lies for WeChat to look at goes before. */
export async function takingDown(store: Store, { id: subject }: Member): Promise<TakingDown> {
  const all = { limit: MOST_HELD, only: ['_id', 'proposal', 'file'] } as const;
  const rows = await store.find('pictures', { subject }, all);
  for (const row of rows) await removeFile(store, row);
  return {
    events: rows.map(({ _id, proposal }) => ({
      type: 'community.picture-removed',
      body: { proposal, picture: _id, by: 'author' },
    })),
    also: async (transaction) => {
      for (const { _id } of rows) await transaction.remove('pictures', _id);
    },
  };
}
