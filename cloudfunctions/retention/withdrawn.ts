import { consentPurposes } from '../../src/contracts/data-map/vocabulary';
import { oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import { orderedPages } from '../platform/ordered-pages';
import { nothingRests, removeResting } from '../platform/resting';

/** Many runs of the timer, so that a few that fail leave nothing out. */
const WINDOW_MS = 24 * 60 * 60_000;

/** Removes what rests on a consent that these people withdrew; who has agreed again meanwhile is left alone. */
async function finish({ store }: Job, subjects: readonly string[]): Promise<number> {
  const only = ['_id', 'grants'] as const;
  const people = await store.find(
    'accounts',
    { _id: oneOf(subjects) },
    { limit: subjects.length, only, known: true },
  );
  let withdrawn = 0;
  for (const purpose of consentPurposes) {
    const without = people.filter(({ grants }) => grants[purpose]?.granted === false);
    if (without.length === 0) continue;
    const ids = without.map(({ _id }) => _id);
    withdrawn += await removeResting(store, purpose, ids);
    await nothingRests(store, purpose, ids);
  }
  return withdrawn;
}

/**
 * Finishes what a withdrawal began: whoever withdrew since yesterday, however many, loses what rests on that consent,
 * should the call have died after the withdrawal was recorded, or a visit have been written while it was.
 */
export async function finishWithdrawals(job: Job): Promise<{ withdrawn: number }> {
  const after = new Date(job.now.getTime() - WINDOW_MS).toISOString();
  const where = { type: 'consent.withdrawn' } as const;
  const only = ['at', '_id', 'subject'] as const;
  const events = orderedPages(job.store, {
    collection: 'ledger',
    where,
    by: ['at', '_id'],
    after,
    only,
    known: true,
  });
  let withdrawn = 0;
  for await (const page of events)
    withdrawn += await finish(job, [...new Set(page.map(({ subject }) => subject))]);
  return { withdrawn };
}
