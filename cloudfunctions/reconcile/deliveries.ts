import { lte } from '../platform/conditions';
import { connections } from '../platform/connections';
import { faultOf } from '../platform/fault';
import type { HasTime, Job } from '../platform/job';
import { log } from '../platform/log';
import { attempt, type Tried } from './attempt';

const PAGE = 50;
const MOST_FAILURES = 3;

/** What waits now, for whomever. */
const dueAt = (now: Date) => ({ state: 'waiting', nextAt: lte(now.toISOString()) }) as const;

/** What waits for one recipient, oldest first. One person's fault stays with that person. */
async function sendTo(job: Job, to: string, hasTime: HasTime): Promise<Tried[]> {
  const due = { to, ...dueAt(job.now) };
  const rows = await job.store.find('disclosures', due, {
    orderBy: ['nextAt', 'asc'],
    limit: PAGE,
    known: true,
  });
  const tried: Tried[] = [];
  for (const row of rows) {
    const failures = tried.filter((outcome) => outcome === 'failed').length;
    if (failures >= MOST_FAILURES || !hasTime()) break;
    tried.push(
      await attempt(job, row).catch((error: unknown) => {
        log('error', { function: 'reconcile', fault: faultOf(error), recipient: to });
        return 'waiting' as const;
      }),
    );
  }
  return tried;
}

/**
 * Sends what waits to each recipient while there is time, side by side, so that a dead one keeps nobody waiting. Who is
 * served is asked of what waits and not of the table, so that no row is ever passed over, whoever has left the table
 * since. A run that dies between a recipient's answer and our record sends once more, two minutes later and under the
 * same Idempotency-Key.
 */
export async function sendDisclosures(
  job: Job,
  hasTime: HasTime = () => true,
): Promise<{ delivered: number; deleted: number }> {
  // An operator's mistake in the addresses is told once a run, and not once a row.
  connections();
  const due = await job.store.countBy('disclosures', dueAt(job.now), 'to');
  const tried = (await Promise.all([...due.keys()].map((to) => sendTo(job, to, hasTime)))).flat();
  const count = (outcome: Tried) => tried.filter((each) => each === outcome).length;
  return { delivered: count('delivered'), deleted: count('deleted') };
}
