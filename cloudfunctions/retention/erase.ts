import { setTimeout as pause } from 'node:timers/promises';
import type { Job } from '../platform/job';
import { log } from '../platform/log';
import { Conflict } from '../platform/store';
import { destroyKeys } from './begin';
import { certify } from './certify';
import { leaveWards } from './leave-wards';
import { nextBatch } from './people';
import { tellRecipients } from './tell-recipients';
import { scan, wipeAccounts, wipeRows } from './wipe';

/** People handled together: few enough for one filter, enough that calls hardly grow with people. */
const BATCH = 200;
const MOST_BATCHES = 500;
const MOST_CONFLICTS = 20;

/** What one batch came to. */
interface BatchOutcome {
  /** Whose data is gone; the certificate may still wait for recipients. */
  erased: number;
  /** Whose chain could not be ended; they are left for the operator, and for the next run. */
  left: readonly string[];
}

/** One batch from first to last; undefined when nobody is due but those to skip. */
async function eraseBatch(job: Job, skipped: ReadonlySet<string>): Promise<BatchOutcome | undefined> {
  const due = await nextBatch(job, BATCH, skipped);
  if (!due) return undefined;
  await leaveWards(job, due);
  const batch = await destroyKeys(job, due);
  const left = due.people.filter((person) => !batch.people.includes(person)).map(({ id }) => id);
  if (batch.people.length === 0) return { erased: 0, left };
  await tellRecipients(job, batch);
  await wipeRows(job, batch);
  // A row that came in between is wiped by the next round; nothing is certified before a scan is clean.
  if ((await scan(job, batch)) > 0) throw new Conflict();
  await wipeAccounts(job, batch);
  await certify(job, batch);
  return { erased: batch.people.length, left };
}

/**
 * Erases every account whose cooling-off is over: the key first, then the rows, then a scan, then the account, then the
 * certificate. Precondition: accounts are frozen and past `eraseAfter`, or an earlier run began with them. Not atomic as
 * a whole and need not be: each step may run twice, be killed half-way or run beside another run, and the next run goes
 * on where the journal says. Answers how many people were erased, and how many could not be begun with.
 */
export async function eraseDue(job: Job): Promise<{ erased: number; left: number }> {
  const skipped = new Set<string>();
  let erased = 0;
  let conflicts = 0;
  for (let batches = 0; batches < MOST_BATCHES; batches += 1) {
    try {
      const outcome = await eraseBatch(job, skipped);
      if (!outcome) break;
      erased += outcome.erased;
      for (const id of outcome.left) skipped.add(id);
    } catch (error) {
      if (!(error instanceof Conflict) || conflicts >= MOST_CONFLICTS) throw error;
      conflicts += 1;
      await pause(20 * conflicts * (1 + Math.random()));
    }
  }
  if (skipped.size > 0)
    log('error', { function: 'retention', fault: 'chain place taken', left: skipped.size });
  return { erased, left: skipped.size };
}
