import { lt } from '../platform/conditions';
import type { Job } from '../platform/job';

const DAY_MS = 24 * 60 * 60_000;

/** How long a staff row may lie unfinished: long enough for any draft. */
const DRAFT_MS = 30 * DAY_MS;

/** Staff rows have no reliable date of their own, so the first sweep that meets an unfinished one gives it one. */
async function sweepDrafts({ store, now }: Job): Promise<number> {
  await store.change('staff_decisions', { result: null, seenAt: null }, { seenAt: now.toISOString() });
  const monthAgo = lt(new Date(now.getTime() - DRAFT_MS).toISOString());
  return store.remove('staff_decisions', { result: null, seenAt: monthAgo });
}

/**
 * Removes SMS codes a day after they expired (until then they carry the rate limit), refused staff rows a day after
 * their author could read why, and unfinished ones after a month, for their text may speak of a person.
 */
export async function sweep(job: Job): Promise<{ codes: number; refusedRows: number; drafts: number }> {
  const { store, now } = job;
  const dayAgo = lt(new Date(now.getTime() - DAY_MS).toISOString());
  return {
    codes: await store.remove('sms_codes', { expiresAt: dayAgo }),
    refusedRows: await store.remove('staff_decisions', { result: 'rejected', processedAt: dayAgo }),
    drafts: await sweepDrafts(job),
  };
}
