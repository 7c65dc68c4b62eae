import { lt } from '../platform/conditions';
import type { Job } from '../platform/job';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Removes SMS codes a day after they expired (until then they carry the rate limit), and refused staff rows a day
 * after their author could read why, for their text may speak of a person.
 */
export async function sweep({ store, now }: Job): Promise<{ codes: number; refusedRows: number }> {
  const dayAgo = lt(new Date(now.getTime() - DAY_MS).toISOString());
  return {
    codes: await store.remove('sms_codes', { expiresAt: dayAgo }),
    refusedRows: await store.remove('staff_decisions', { result: 'rejected', processedAt: dayAgo }),
  };
}
