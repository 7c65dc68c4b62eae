import { restingOn } from '../../src/contracts/data-map/derive/resting';
import type { ConsentPurpose } from '../../src/contracts/data-map/vocabulary';
import { oneOf } from './conditions';
import type { Store } from './store';

/**
 * Removes these people's rows that rest on a consent they have withdrawn (PIPL 47(1)(3)); answers how many. Called once
 * the withdrawal is recorded, so that no new row follows it, and safe to repeat: whoever died in between begins again.
 */
export async function removeResting(
  store: Store,
  purpose: ConsentPurpose,
  subjects: readonly string[],
): Promise<number> {
  let removed = 0;
  for (const { collection, field } of restingOn(purpose).rows) {
    removed += await store.remove(collection, { [field]: oneOf(subjects) });
  }
  return removed;
}
