import { recipients } from '../../src/contracts/data-map/recipients';
import { ok } from '../../src/contracts/result';
import { recipientOf } from '../domain/sharing';
import { closedBy } from '../domain/standing';
import { Fault } from '../platform/fault';
import { untilUncontested } from '../platform/handler';
import type { Job } from '../platform/job';
import { log } from '../platform/log';
import { presentMember } from '../platform/member';
import { askDeletion, release, type Released } from '../platform/outbound';
import type { Row } from '../platform/store';
import { failRequest } from './fail-request';
import { noteSending } from './note-sending';
import { recordDelivery, recordDeletion, recordRefusal } from './outcomes';
import { afterPause, afterTry, MOST_TRIES } from './retry';

type Disclosure = Row<'disclosures'>;
/** What one try came to; `failed` is the recipient's, and after a few of them the rest wait for the next run. */
export type Tried = 'delivered' | 'deleted' | 'refused' | 'waiting' | 'failed';

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
    | 'delivery waits for a connection'
    | 'deletion not acknowledged'
    | 'deletion for a recipient that the table does not know',
): void {
  log('error', { function: 'reconcile', fault, recipient: to, disclosure: _id });
}

/** The door's answer for a person as they are at that moment; read anew where another operation came first. */
async function released(job: Job, row: Disclosure): Promise<Released | 'gone' | 'closed'> {
  const result = await untilUncontested<Released | 'gone' | 'closed'>(async () => {
    const member = await presentMember(job.store, row.subject);
    if (!member) return ok('gone');
    if (closedBy(member.row)) return ok('closed');
    const note = (fields: readonly string[]) => noteSending(job, member, row, fields);
    return ok(await release(member, { to: row.to, fields: row.fields, key: row._id, now: job.now, note }));
  });
  if (!result.ok) throw new Fault('a delivery could not be noted for conflicts');
  return result.data;
}

/** Nothing left, and a later run may find it otherwise: the try does not count. */
async function postpone({ store, now }: Job, { _id, tries }: Disclosure): Promise<'waiting'> {
  await store.change('disclosures', { _id, state: 'waiting' }, { tries, nextAt: afterPause(now) });
  return 'waiting';
}

async function deliver(job: Job, row: Disclosure, tries: number): Promise<Tried> {
  const answer = await released(job, row);
  if (answer === 'gone') return recordRefusal(job, row, 'gone', []);
  // While an account is frozen nothing of it is used (P35), and while it is locked nothing of it leaves.
  if (answer === 'closed') return postpone(job, row);
  if (answer.outcome === 'refused' && answer.refusal === 'not-connected') {
    // The operator's to mend. Given up, a correction would never reach who works with the old value.
    reportStuck(row, 'delivery waits for a connection');
    return postpone(job, row);
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
async function askToDelete(job: Job, row: Disclosure, tries: number): Promise<Tried> {
  const deleted = await askDeletion(row.to, row._id, row);
  if (deleted === 'done') return recordDeletion(job, row);
  if (!recipientOf(recipients, row.to))
    reportStuck(row, 'deletion for a recipient that the table does not know');
  else if (tries >= MOST_TRIES || deleted === 'not-connected') {
    reportStuck(row, 'deletion not acknowledged');
    await failRequest(job, row);
  }
  return deleted === 'accepted' ? 'waiting' : 'failed';
}

/** One row, claimed first and the try counted, so that two runs at once never send it twice. */
export async function attempt(job: Job, row: Disclosure): Promise<Tried> {
  const tries = row.tries + 1;
  const claim = { _id: row._id, state: 'waiting', nextAt: row.nextAt } as const;
  const claimed = await job.store.change('disclosures', claim, { tries, nextAt: afterTry(job.now, tries) });
  if (claimed !== 1) return 'waiting';
  return row.kind === 'deletion' ? askToDelete(job, row, tries) : deliver(job, row, tries);
}
