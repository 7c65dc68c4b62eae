import { MOST_HELD } from '../../src/contracts/picture';
import type { Row, Store } from '../platform/store';

const HEAD = ['_id', 'proposal', 'state', 'at', 'file', 'removed'] as const;
type Head = Pick<Row<'pictures'>, (typeof HEAD)[number]>;

/** The pictures of a proposal, oldest first, without their content; of others' the published ones alone. */
export async function picturesOf(store: Store, proposal: string, isMine: boolean): Promise<Head[]> {
  // More than can be seen at once: of those that were kept back and taken away a row stays.
  const reading = { orderBy: ['at', 'asc'], limit: MOST_HELD, only: HEAD, known: true } as const;
  const rows = await store.find('pictures', { proposal }, reading);
  return rows.filter(({ state, removed }) => !removed && (isMine || state === 'published'));
}

/** The same as the contracts say it. */
export const summariesOf = (rows: readonly Pick<Head, '_id' | 'state'>[]) =>
  rows.map(({ _id, state }) => ({ id: _id, state }));
