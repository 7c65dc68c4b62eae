import { setTimeout as pause } from 'node:timers/promises';
import type { Job } from '../platform/job';
import { Conflict } from '../platform/store';
import { destroyKeys } from './begin';
import { certify } from './certify';
import { nextBatch } from './people';
import { scan, wipe } from './wipe';

/** People handled together: few enough for one filter, enough that calls hardly grow with people. */
const BATCH = 200;
const MOST_BATCHES = 500;
const MOST_CONFLICTS = 20;

/** One batch from first to last; undefined when nobody is due. */
async function eraseBatch(job: Job): Promise<number | undefined> {
  const batch = await nextBatch(job, BATCH);
  if (!batch) return undefined;
  await destroyKeys(job, batch);
  await wipe(job, batch);
  const found = await scan(job, batch);
  // A row that came in between is wiped by the next round; nothing is certified before a scan is clean.
  if (found > 0) throw new Conflict();
  return certify(job, batch);
}

/**
 * Erases every account whose cooling-off is over: the key first, then the rows, then a scan, then the certificate.
 * Precondition: accounts are frozen and past `eraseAfter`, or an earlier run began with them. Not atomic as a whole
 * and need not be: each step may run twice, be killed half-way or run beside another run, and the next run goes on
 * where the journal says. Answers how many people were certified.
 */
export async function eraseDue(job: Job): Promise<number> {
  let erased = 0;
  let conflicts = 0;
  for (let batches = 0; batches < MOST_BATCHES; batches += 1) {
    try {
      const certified = await eraseBatch(job);
      if (certified === undefined) break;
      erased += certified;
    } catch (error) {
      if (!(error instanceof Conflict) || conflicts >= MOST_CONFLICTS) throw error;
      conflicts += 1;
      await pause(20 * conflicts * (1 + Math.random()));
    }
  }
  return erased;
}
