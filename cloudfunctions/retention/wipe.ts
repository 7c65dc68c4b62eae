import type { CollectionName } from '../../src/contracts/data-map';
import { erasurePlan, type ErasureStep } from '../../src/contracts/data-map/derive/erasure';
import { holdsValue, oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import type { Filter } from '../platform/store';
import type { Batch } from './people';
import { filtersOf } from './rows';

/** What a reduced row loses, and what stands in place of what others still need to be there. */
const reduction = ({ dropped, replaced }: ErasureStep): Record<string, string | null> => ({
  ...Object.fromEntries(dropped.map((column) => [column, null])),
  ...replaced,
});

async function treat({ store }: Job, step: ErasureStep, filter: Filter<CollectionName>): Promise<void> {
  if (step.treat === 'remove') await store.remove(step.collection, filter);
  if (step.treat === 'reduce') await store.change(step.collection, filter, reduction(step));
}

/**
 * Requests end with the account; what stays of them is proof, whose life has to begin, and nothing for staff to do. In
 * bulk and without their guards: nobody looks for an edit of a request whose person is gone, see `checkRequests`.
 */
async function closeRequests({ store, now }: Job, { people }: Batch): Promise<void> {
  const subject = oneOf(people.map(({ id }) => id));
  const closedAt = now.toISOString();
  const cancelled = { open: false, state: 'cancelled', closedAt, staleSince: null } as const;
  await store.change('requests', { open: true, subject }, cancelled);
  // What somebody set down as ended, and not when.
  await store.change('requests', { closedAt: null, subject }, { closedAt });
}

/** As many rows as one call reads. */
const MOST_FILES = 1000;

/** Takes away what lies in cloud storage for WeChat to look at, before the rows that know of it go. */
async function removeFiles({ store }: Job, { people }: Batch): Promise<void> {
  const subject = oneOf(people.map(({ id }) => id));
  const withFile = { subject, file: holdsValue(true) } as const;
  for (;;) {
    const rows = await store.find('pictures', withFile, { limit: MOST_FILES, only: ['_id', 'file'] });
    const files = rows.flatMap(({ file }) => file ?? []);
    if (files.length === 0) return;
    await store.removeFiles(files);
    if (rows.length < MOST_FILES) return;
    await store.change('pictures', { _id: oneOf(rows.map(({ _id }) => _id)) }, { file: null });
  }
}

const isAccountStep = ({ link }: ErasureStep): boolean => link.by === 'id';

async function wipeSteps(job: Job, batch: Batch, steps: readonly ErasureStep[]): Promise<void> {
  for (const step of steps) {
    for (const filter of filtersOf(step, batch)) await treat(job, step, filter);
  }
}

/** Removes or reduces every row of the batch but the accounts, whose digests lead to the rest. */
export async function wipeRows(job: Job, batch: Batch): Promise<void> {
  await closeRequests(job, batch);
  await removeFiles(job, batch);
  await wipeSteps(
    job,
    batch,
    erasurePlan().filter((step) => !isAccountStep(step)),
  );
}

/** Removes the accounts themselves, once nothing else of these people is left. */
export const wipeAccounts = (job: Job, batch: Batch): Promise<void> =>
  wipeSteps(job, batch, erasurePlan().filter(isAccountStep));
