import { recipients } from '../../src/contracts/data-map/recipients';
import { ok } from '../../src/contracts/result';
import { recipientOf } from '../domain/sharing';
import { Fault } from '../platform/fault';
import { untilUncontested } from '../platform/handler';
import type { Job } from '../platform/job';
import { log } from '../platform/log';
import { presentMember } from '../platform/member';
import { askDeletion, release, type Released } from '../platform/outbound';
import type { Row } from '../platform/store';
import { noteSending } from './note-sending';
import { recordDelivery, recordDeletion, recordRefusal } from './outcomes';

type Disclosure = Row<'disclosures'>;
/** What one try came to; `failed` is the recipient's, and after a few of them the rest wait for the next run. */
export type Tried = 'delivered' | 'deleted' | 'refused' | 'waiting' | 'failed';

/** After so many a delivery is given up, and a deletion reported each time. */
const MOST_TRIES = 8;
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
  fault:
    | 'delivery given up'
    | 'deletion not acknowledged'
    | 'deletion for a recipient that the table does not know',
): void {
  log('error', { function: 'reconcile', fault, recipient: to, disclosure: _id });
}

/** The door's answer for a person as they are at that moment; read anew where another operation came first. */
async function released(job: Job, row: Disclosure): Promise<Released | 'gone' | 'frozen'> {
  const result = await untilUncontested<Released | 'gone' | 'frozen'>(async () => {
    const member = await presentMember(job.store, row.subject);
    if (!member) return ok('gone');
    if (member.row.status !== 'active') return ok('frozen');
    const note = (fields: readonly string[]) => noteSending(job, member, row, fields);
    return ok(await release(member, { to: row.to, fields: row.fields, key: row._id, now: job.now, note }));
  });
  if (!result.ok) throw new Fault('a delivery could not be noted for conflicts');
  return result.data;
}

async function deliver(job: Job, row: Disclosure, tries: number): Promise<Tried> {
  const answer = await released(job, row);
  if (answer === 'gone') return recordRefusal(job, row, 'gone', []);
  if (answer === 'frozen') {
    // While an account is frozen nothing of it is used (P35); the try does not count, for nothing left.
    const nextAt = new Date(job.now.getTime() + FROZEN_MS).toISOString();
    await job.store.change('disclosures', { _id: row._id, state: 'waiting' }, { tries: row.tries, nextAt });
    return 'waiting';
  }
  reportHeldBack(row, answer.heldBack);
  switch (answer.outcome) {
    case 'refused':
      return recordRefusal(job, row, answer.refusal, answer.heldBack);
    case 'delivered':
      return recordDelivery(job, row, answer);
    case 'failed':
      if (tries < MOST_TRIES) return 'failed';
      reportStuck(row, 'delivery given up');
      await recordRefusal(job, row, 'unreachable', answer.heldBack);
      return 'failed';
  }
}

/**
 * A deletion is never given up: it is asked again each day until it is acknowledged or the operator excuses it, and who
 * says for ever that it will has not deleted either.
 */
async function erase(job: Job, row: Disclosure, tries: number): Promise<Tried> {
  const deleted = await askDeletion(row.to, row._id, row);
  if (deleted === 'done') return recordDeletion(job, row);
  if (!recipientOf(recipients, row.to))
    reportStuck(row, 'deletion for a recipient that the table does not know');
  else if (tries >= MOST_TRIES || deleted === 'not-connected') reportStuck(row, 'deletion not acknowledged');
  return deleted === 'accepted' ? 'waiting' : 'failed';
}

/** One row, claimed first and the try counted, so that two runs at once never send it twice. */
export async function attempt(job: Job, row: Disclosure): Promise<Tried> {
  const tries = row.tries + 1;
  const claim = { _id: row._id, state: 'waiting', nextAt: row.nextAt } as const;
  const claimed = await job.store.change('disclosures', claim, { tries, nextAt: laterBy(job.now, tries) });
  if (claimed !== 1) return 'waiting';
  return row.kind === 'deletion' ? erase(job, row, tries) : deliver(job, row, tries);
}
