import type { CollectionName } from '../../src/contracts/data-map';
import { restingOn } from '../../src/contracts/data-map/derive/resting';
import type { ConsentPurpose } from '../../src/contracts/data-map/vocabulary';
import { holdsValue, oneOf } from './conditions';
import { noneLeft } from './none-left';
import type { Filter, Store } from './store';

/**
 * Removes what of these people rests on a consent they have withdrawn (PIPL 47(1)(3)): whole rows, and columns of rows
 * that stand on other ground too. Answers how many rows it touched. Called once the withdrawal is recorded, so that
 * nothing new follows it, and safe to repeat: whoever died in between begins again.
 */
export async function removeResting(
  store: Store,
  purpose: ConsentPurpose,
  subjects: readonly string[],
): Promise<number> {
  const { rows, parts } = restingOn(purpose);
  let removed = 0;
  for (const { collection, field } of rows) {
    removed += await store.remove(collection, { [field]: oneOf(subjects) });
  }
  for (const { collection, field, columns } of parts) {
    for (const column of columns) {
      const filter = { [field]: oneOf(subjects), [column]: holdsValue(true) } as Filter<CollectionName>;
      removed += await store.change(collection, filter, { [column]: null });
    }
  }
  return removed;
}

/**
 * Makes sure that the same is gone. Throws `Unreadable` where rows of a version that this code does not know are left:
 * while they are, each run of the timer says so, for a day after the withdrawal.
 */
export async function nothingRests(
  store: Pick<Store, 'count'>,
  purpose: ConsentPurpose,
  subjects: readonly string[],
): Promise<void> {
  const { rows, parts } = restingOn(purpose);
  for (const { collection, field } of rows) await noneLeft(store, collection, { [field]: oneOf(subjects) });
  for (const { collection, field, columns } of parts) {
    for (const column of columns)
      await noneLeft(store, collection, {
        [field]: oneOf(subjects),
        [column]: holdsValue(true),
      });
  }
}
