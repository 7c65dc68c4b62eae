import { lte } from '../platform/conditions';
import { connections } from '../platform/connections';
import { faultOf } from '../platform/fault';
import type { Job } from '../platform/job';
import { log } from '../platform/log';
import { attempt, type Tried } from './attempt';

const PAGE = 50;
const MOST_FAILURES = 3;
/** A run has a minute; whatever is left then is met by the next. */
const RUN_MS = 30_000;

/** What waits now, for whomever. */
const dueAt = (now: Date) => ({ state: 'waiting', nextAt: lte(now.toISOString()) }) as const;

/** What waits for one recipient, oldest first. One person's fault stays with that person. */
async function sendTo(job: Job, to: string): Promise<Tried[]> {
  const due = { to, ...dueAt(job.now) };
  const rows = await job.store.find('disclosures', due, { orderBy: ['nextAt', 'asc'], limit: PAGE });
  const began = performance.now();
  const tried: Tried[] = [];
  for (const row of rows) {
    const failures = tried.filter((outcome) => outcome === 'failed').length;
    if (failures >= MOST_FAILURES || performance.now() - began > RUN_MS) break;
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
 * Sends what waits to each recipient, side by side, so that a dead one keeps nobody waiting. Who is served is asked of
 * what waits and not of the table, so that no row is ever passed over, whoever has left the table since. A run that dies
 * between a recipient's answer and our record sends once more, two minutes later and under the same Idempotency-Key.
 */
export async function sendDisclosures(job: Job): Promise<{ delivered: number; deleted: number }> {
  try {
    connections();
  } catch (error) {
    // An operator's mistake here must not stop what staff decided.
    log('error', { function: 'reconcile', fault: faultOf(error) });
    return { delivered: 0, deleted: 0 };
  }
  const due = await job.store.countBy('disclosures', dueAt(job.now), 'to');
  const tried = (await Promise.all([...due.keys()].map((to) => sendTo(job, to)))).flat();
  const count = (outcome: Tried) => tried.filter((each) => each === outcome).length;
  return { delivered: count('delivered'), deleted: count('deleted') };
}
