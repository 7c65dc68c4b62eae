import type { CollectionPlan, IndexPlan } from '../types';
import type { Catalogue, KeptIndex } from './catalogue';
import type { Records } from './records';
import type { Store } from './store';

const sameShape = (kept: KeptIndex, plan: IndexPlan) =>
  kept.name === plan.name &&
  kept.unique === plan.unique &&
  JSON.stringify(kept.fields) === JSON.stringify(plan.fields);

/**
 * Makes a collection and its indexes what the plan says: builds what is missing or changed, drops what is gone.
 * Each collection is one atomic write; a unique index that the data breaks throws and changes nothing.
 */
export function provisionCollection(
  plan: CollectionPlan,
  store: Store,
  catalogue: Catalogue,
  records: Records,
): void {
  const collection = catalogue.has(plan.name) ? catalogue.named(plan.name) : catalogue.create(plan.name);
  const before = collection.indexes;
  const stays = before.filter((kept) => plan.indexes.some((index) => sameShape(kept, index)));
  const missing = plan.indexes.filter((index) => !before.some((kept) => sameShape(kept, index)));
  if (!missing.length && stays.length === before.length) return;
  const built = missing.map(({ name, fields, unique }): KeptIndex => {
    return {
      id: catalogue.nextId(),
      name,
      fields: fields.map(({ field, direction }) => ({ field, direction })),
      unique,
      multikey: [],
    };
  });
  collection.indexes = [...stays, ...built];
  try {
    store.write(() => {
      for (const kept of before) if (!stays.includes(kept)) records.dropIndex(kept);
      for (const index of built) records.buildIndex(collection, index);
      catalogue.save(collection);
    });
  } catch (error) {
    collection.indexes = before;
    throw error;
  }
}
