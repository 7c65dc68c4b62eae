import { consentPurposes } from '../../src/contracts/data-map/vocabulary';
import { gt, oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import { removeResting } from '../platform/resting';

/** Many runs of the timer, so that a few that fail leave nothing out. */
const WINDOW_MS = 24 * 60 * 60_000;
/** CloudBase answers no more; the next run sees the newest again. */
const MOST = 1000;

/**
 * Finishes what a withdrawal began: whoever withdrew since yesterday loses what rests on that consent, should the call
 * have died after the withdrawal was recorded, or a visit have been written while it was. Who has agreed again
 * meanwhile is left alone.
 */
export async function finishWithdrawals({ store, now }: Job): Promise<{ withdrawn: number }> {
  const since = new Date(now.getTime() - WINDOW_MS).toISOString();
  const events = await store.find(
    'ledger',
    { at: gt(since), type: 'consent.withdrawn' },
    { orderBy: ['at', 'desc'], limit: MOST, only: ['subject'] },
  );
  const subjects = [...new Set(events.map(({ subject }) => subject))];
  if (subjects.length === 0) return { withdrawn: 0 };
  const people = await store.find(
    'accounts',
    { _id: oneOf(subjects) },
    { limit: subjects.length, only: ['grants'] },
  );
  let withdrawn = 0;
  for (const purpose of consentPurposes) {
    const without = people.filter(({ grants }) => grants[purpose]?.granted === false);
    if (without.length === 0) continue;
    withdrawn += await removeResting(
      store,
      purpose,
      without.map(({ _id }) => _id),
    );
  }
  return { withdrawn };
}
