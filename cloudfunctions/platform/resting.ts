import type { CollectionName } from '../../src/contracts/data-map';
import { restingOn } from '../../src/contracts/data-map/derive/resting';
import type { ConsentPurpose } from '../../src/contracts/data-map/vocabulary';
import { holdsValue, oneOf } from './conditions';
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
