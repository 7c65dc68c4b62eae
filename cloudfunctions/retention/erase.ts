import { setTimeout as pause } from 'node:timers/promises';
import type { Job } from '../platform/job';
import { log } from '../platform/log';
import { Conflict } from '../platform/store';
import { destroyKeys } from './begin';
import { certify } from './certify';
import { leaveWards } from './leave-wards';
import { lookAgain } from './look-again';
import { nextBatch, withoutPeople, type Batch } from './people';
import { isAnyLeft, type Remains } from './remains';
import { tellRecipients } from './tell-recipients';
import { wipeAccounts, wipeRows } from './wipe';

/** People handled together: few enough for one filter, enough that calls hardly grow with people. */
const BATCH = 200;
const MOST_BATCHES = 500;
const MOST_CONFLICTS = 20;
/**
 * Of a run, after which no batch is begun: the function has 900 s (config/functions.ts), and later steps need theirs.
 */
export const ERASING_MS = 8 * 60_000;
/** A row that came in between is taken by the next round; what stays after these needs the operator. */
const MOST_ROUNDS = 3;

/** What one batch came to. */
interface BatchOutcome {
  /** Whose data is gone; the certificate may still wait for recipients. */
  erased: number;
  /** Whose chain, or whose child's, could not go on; they are left for the operator, and for the next run. */
  blocked: readonly string[];
  /** Of whom something is still found, and what; they get no certificate, and the next run tries again. */
  unclean: ReadonlyMap<string, Remains>;
}

const idsOf = ({ people }: Batch) => people.map(({ id }) => id);
const without = (batch: Batch, left: Iterable<string>) => withoutPeople(batch, new Set(left));

const uncleanAmong = (counted: ReadonlyMap<string, Remains>) =>
  new Map([...counted].filter(([, remains]) => isAnyLeft(remains)));

/**
 * Takes the rows, then the accounts of those of whom nothing else is left, for their digests lead to the rest; then
 * counts once more, now without the accounts. Answers what the last count found of each.
 */
async function wipe(job: Job, batch: Batch): Promise<Map<string, Remains>> {
  const counted = new Map<string, Remains>();
  let unclean = batch;
  for (let round = 0; round < MOST_ROUNDS && unclean.people.length > 0; round += 1) {
    await wipeRows(job, unclean);
    const others = await lookAgain(job, unclean, 'all but accounts');
    const ready = without(unclean, uncleanAmong(others).keys());
    await wipeAccounts(job, ready);
    const all = await lookAgain(job, ready, 'with accounts');
    for (const [id, remains] of [...others, ...all]) counted.set(id, remains);
    unclean = without(
      batch,
      idsOf(batch).filter((id) => !uncleanAmong(counted).has(id)),
    );
  }
  return counted;
}

/** One batch from first to last; undefined when nobody is due but those to skip. */
async function eraseBatch(job: Job, skipped: ReadonlySet<string>): Promise<BatchOutcome | undefined> {
  const due = await nextBatch(job, BATCH, skipped);
  if (!due) return undefined;
  const closed = await destroyKeys(job, due);
  // Only now is it certain who leaves; whose child could not follow is taken up by the next run.
  const batch = withoutPeople(closed, await leaveWards(job, closed));
  const blocked = idsOf(without(due, idsOf(batch)));
  if (batch.people.length === 0) return { erased: 0, blocked, unclean: new Map() };
  await tellRecipients(job, batch);
  const counted = await wipe(job, batch);
  await certify(job, counted);
  const unclean = uncleanAmong(counted);
  return { erased: batch.people.length - unclean.size, blocked, unclean };
}

/** Tells whoever watches that people were left out, and where something of them is still found. */
function report(skipped: number, unclean: ReadonlyMap<string, Remains>): void {
  if (skipped > 0) log('error', { function: 'retention', fault: 'chain place taken', left: skipped });
  const { size } = unclean;
  if (size === 0) return;
  const remaining = [...unclean.values()].flatMap((remains) => Object.entries(remains));
  const places = new Set(remaining.flatMap(([collection, rows]) => (rows > 0 ? [collection] : [])));
  const found = [...places].sort().join();
  log('error', { function: 'retention', fault: 'rows left after erasing', left: size, found });
}

/**
 * Erases every account whose cooling-off is over: the key first, then the rows, then the account, then a count of its
 * own, then the certificate. Precondition: accounts are frozen and past `eraseAfter`, or an earlier run began with
 * them. Not atomic as a whole and need not be: each step may run twice, be killed half-way or run beside another run,
 * and the next run goes on where the journal says. Begins no batch once `hasTime` says no; the next run goes on.
 * Answers how many people were erased, and how many were left: their chain or a child's could not go on, or something
 * is still found.
 */
export async function eraseDue(
  job: Job,
  hasTime: () => boolean = () => true,
): Promise<{ erased: number; left: number }> {
  const blocked = new Set<string>();
  const unclean = new Map<string, Remains>();
  let erased = 0;
  let conflicts = 0;
  for (let batches = 0; batches < MOST_BATCHES && hasTime(); batches += 1) {
    try {
      const outcome = await eraseBatch(job, new Set([...blocked, ...unclean.keys()]));
      if (!outcome) break;
      erased += outcome.erased;
      for (const id of outcome.blocked) blocked.add(id);
      for (const [id, remains] of outcome.unclean) unclean.set(id, remains);
    } catch (error) {
      if (!(error instanceof Conflict) || conflicts >= MOST_CONFLICTS) throw error;
      conflicts += 1;
      await pause(20 * conflicts * (1 + Math.random()));
    }
  }
  report(blocked.size, unclean);
  return { erased, left: blocked.size + unclean.size };
}
