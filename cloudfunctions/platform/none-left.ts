import type { CollectionName } from '../../src/contracts/data-map';
import type { Filter, Store } from './store';
import { Unreadable } from './unreadable';

/**
 * Makes sure that a removal, or a change that takes rows out of this filter, has left nothing: rows of a version that
 * this code does not know stay where they are, and whoever goes on as if they were gone would lose them. Throws
 * `Unreadable`, so that the work is done again when they are known.
 */
export async function noneLeft<N extends CollectionName>(
  store: Pick<Store, 'count'>,
  collection: N,
  filter: Filter<N>,
): Promise<void> {
  if ((await store.count(collection, filter)) > 0)
    throw new Unreadable('DATA_NEWER', `${collection} has rows that this code may not remove`);
}
