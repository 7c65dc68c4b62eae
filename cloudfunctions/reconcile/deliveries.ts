import { recipients } from '../../src/contracts/data-map/recipients';
import { grantable } from '../domain/sharing';
import { lte } from '../platform/conditions';
import { connections } from '../platform/connections';
import { faultOf } from '../platform/fault';
import type { Job } from '../platform/job';
import { log } from '../platform/log';
import { presentMember } from '../platform/member';
import { askDeletion, release } from '../platform/outbound';
import type { Row } from '../platform/store';
import { recordDelivery, recordDeletion, recordRefusal } from './outcomes';

type Disclosure = Row<'disclosures'>;
/** What one try came to; `failed` is the recipient's, and after a few of them the rest wait for the next run. */
type Tried = 'delivered' | 'deleted' | 'refused' | 'waiting' | 'failed';

const PAGE = 50;
const MOST_TRIES = 8;
const MOST_FAILURES = 3;
/** A run has a minute; whatever is left then is met by the next. */
const RUN_MS = 30_000;
const LONGEST_MS = 24 * 60 * 60_000;
const FROZEN_MS = 6 * 60 * 60_000;

/** When to try again: two minutes after the first try, then twice as long each time, at most a day. */
const laterBy = (now: Date, tries: number) =>
  new Date(now.getTime() + Math.min(60_000 * 2 ** tries, LONGEST_MS)).toISOString();

function reportHeldBack({ _id, to }: Disclosure, { length }: readonly string[]): void {
  if (length === 0) return;
  // How many; which ones stands in the row, for a name that nobody declared might be a value by mistake.
  log('error', {
    function: 'reconcile',
    fault: 'extra field held back',
    recipient: to,
    disclosure: _id,
    heldBack: length,
  });
}

function reportStuck(
  { _id, to }: Disclosure,
  fault: 'delivery given up' | 'deletion not acknowledged',
): void {
  log('error', { function: 'reconcile', fault, recipient: to, disclosure: _id });
}

async function deliver(job: Job, row: Disclosure, tries: number): Promise<Tried> {
  const member = await presentMember(job.store, row.subject);
  if (!member) return recordRefusal(job, row, 'gone', []);
  if (member.row.status !== 'active') {
    // While an account is frozen nothing of it is used (P35); the try does not count, for nothing left.
    const nextAt = new Date(job.now.getTime() + FROZEN_MS).toISOString();
    await job.store.change('disclosures', { _id: row._id, state: 'waiting' }, { tries: row.tries, nextAt });
    return 'waiting';
  }
  const asked = { to: row.to, fields: row.fields, key: row._id, now: job.now };
  const released = await release(member, asked);
  reportHeldBack(row, released.heldBack);
  switch (released.outcome) {
    case 'refused':
      return recordRefusal(job, row, released.refusal, released.heldBack);
    case 'delivered':
      return recordDelivery(job, row, released);
    case 'failed':
      if (tries < MOST_TRIES) return 'failed';
      reportStuck(row, 'delivery given up');
      await recordRefusal(job, row, 'unreachable', released.heldBack);
      return 'failed';
  }
}

/** A deletion is never given up: it is asked again each day until it is acknowledged or the operator excuses it. */
async function erase(job: Job, row: Disclosure, tries: number): Promise<Tried> {
  const deleted = await askDeletion(row.to, row._id, row);
  if (deleted === 'done') return recordDeletion(job, row);
  if (deleted === 'accepted') return 'waiting';
  if (tries >= MOST_TRIES || deleted === 'not-connected') reportStuck(row, 'deletion not acknowledged');
  return 'failed';
}

/** One row, claimed first and the try counted, so that two runs at once never send it twice. */
async function tryOne(job: Job, row: Disclosure): Promise<Tried> {
  const tries = row.tries + 1;
  const claim = { _id: row._id, state: 'waiting', nextAt: row.nextAt } as const;
  const claimed = await job.store.change('disclosures', claim, { tries, nextAt: laterBy(job.now, tries) });
  if (claimed !== 1) return 'waiting';
  return row.kind === 'deletion' ? erase(job, row, tries) : deliver(job, row, tries);
}

/** What waits for one recipient, oldest first. One person's fault stays with that person. */
async function sendTo(job: Job, to: string): Promise<Tried[]> {
  const due = { to, state: 'waiting', nextAt: lte(job.now.toISOString()) } as const;
  const rows = await job.store.find('disclosures', due, { orderBy: ['nextAt', 'asc'], limit: PAGE });
  const began = performance.now();
  const tried: Tried[] = [];
  for (const row of rows) {
    const failures = tried.filter((outcome) => outcome === 'failed').length;
    if (failures >= MOST_FAILURES || performance.now() - began > RUN_MS) break;
    tried.push(
      await tryOne(job, row).catch((error: unknown) => {
        log('error', { function: 'reconcile', fault: faultOf(error), recipient: to });
        return 'waiting' as const;
      }),
    );
  }
  return tried;
}

/**
 * Sends what waits to each recipient, side by side, so that a dead one keeps nobody waiting. A run that dies between a
 * recipient's answer and our record sends once more, two minutes later and under the same Idempotency-Key.
 */
export async function sendDisclosures(job: Job): Promise<{ delivered: number; deleted: number }> {
  try {
    connections();
  } catch (error) {
    // An operator's mistake here must not stop what staff decided.
    log('error', { function: 'reconcile', fault: faultOf(error) });
    return { delivered: 0, deleted: 0 };
  }
  const tried = (await Promise.all(grantable(recipients).map((to) => sendTo(job, to)))).flat();
  const count = (outcome: Tried) => tried.filter((each) => each === outcome).length;
  return { delivered: count('delivered'), deleted: count('deleted') };
}
