import type { CollectionName } from '../../src/contracts/data-map';
import { erasurePlan, type ErasureStep } from '../../src/contracts/data-map/derive/erasure';
import { holdsValue } from '../platform/conditions';
import type { Job } from '../platform/job';
import type { Filter } from '../platform/store';
import type { Batch } from './people';
import { filtersOf } from './rows';

/** A change that takes columns away. */
const taken = (columns: readonly string[]): Record<string, null> =>
  Object.fromEntries(columns.map((column) => [column, null]));

async function treat({ store }: Job, step: ErasureStep, filter: Filter<CollectionName>): Promise<void> {
  if (step.treat === 'remove') await store.remove(step.collection, filter);
  if (step.treat === 'reduce') await store.change(step.collection, filter, taken(step.dropped));
}

/** Removes or reduces every row of the batch; the plan puts accounts last, for their digests lead to the rest. */
export async function wipe(job: Job, batch: Batch): Promise<void> {
  for (const step of erasurePlan()) {
    for (const filter of filtersOf(step, batch)) await treat(job, step, filter);
  }
}

async function remaining({ store }: Job, step: ErasureStep, filter: Filter<CollectionName>): Promise<number> {
  if (step.treat === 'remove') return store.count(step.collection, filter);
  let found = 0;
  for (const column of step.treat === 'reduce' ? step.dropped : []) {
    found += await store.count(step.collection, { ...filter, [column]: holdsValue(true) });
  }
  return found;
}

/** Looks for anything of the batch that should be gone, in every linked collection; 0 is the only good answer. */
export async function scan(job: Job, batch: Batch): Promise<number> {
  let found = 0;
  for (const step of erasurePlan()) {
    for (const filter of filtersOf(step, batch)) found += await remaining(job, step, filter);
  }
  return found;
}
