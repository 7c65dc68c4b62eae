import type { LedgerEvent } from '../domain/ledger';
import { removeFile } from './picture-check';
import { closePublication } from './publication';
import { Conflict, type Row, type Store, type Transaction } from './store';

type Picture = Pick<Row<'pictures'>, '_id' | 'proposal' | 'state' | 'at' | 'file'>;

/** What a transaction writes that takes pictures away, and the events that prove it. */
interface TakingDown {
  events: LedgerEvent[];
  also: (transaction: Transaction) => Promise<void>;
}

/**
 * Takes pictures of proposals away, and before them what lies for WeChat to look at. One that a person kept back leaves
 * its row without the picture, so that the same picture does not come back past that person.
 */
export async function takingDown(store: Store, rows: readonly Picture[]): Promise<TakingDown> {
  for (const row of rows) await removeFile(store, row);
  return {
    events: rows.map(({ _id, proposal }) => ({
      type: 'community.picture-removed',
      body: { proposal, picture: _id, by: 'author' },
    })),
    also: async (transaction) => {
      for (const { _id, state, file } of rows) {
        const now = await transaction.get('pictures', _id);
        // A look that began meanwhile has laid a file of its own.
        if (now?.state !== state || now.file !== file) throw new Conflict();
        if (state === 'refused') await transaction.change('pictures', _id, { picture: null, removed: true });
        else await transaction.remove('pictures', _id);
      }
    },
  };
}

/** Closes the requests to look at pictures that were taken away, one after the other. */
export async function closeLooks(store: Store, rows: readonly Picture[], now: Date): Promise<void> {
  for (const { _id: id, at, state } of rows)
    if (state === 'reviewing')
      await closePublication(store, { collection: 'pictures', id, written: Date.parse(at) }, now);
}
