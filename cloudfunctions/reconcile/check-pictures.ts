import { ok } from '../../src/contracts/result';
import { lte } from '../platform/conditions';
import { faultOf } from '../platform/fault';
import { untilUncontested } from '../platform/handler';
import type { HasTime, Job } from '../platform/job';
import { log } from '../platform/log';
import { activeMember } from '../platform/member';
import { askForCheck, settleCheck } from '../platform/picture-check';

/** So many a run; what is left comes in the next minute. */
const MOST = 20;
/** What WeChat could not be asked for so long is for a person to look at. */
const GIVE_UP_MS = 24 * 3600_000;
/** One that cannot be worked on lets the others pass. */
const PASS_MS = 3600_000;

/**
 * Asks for one that nobody asked for yet, and gives one whose verdict did not come to a person. Of whoever is leaving
 * no file lies about; should they come back, it is asked anew. What was settled meanwhile is left alone.
 */
async function takeUp(job: Job, id: string): Promise<void> {
  const row = await job.store.get('pictures', id);
  if (row?.state !== 'checking' || (row.nextAt ?? '') > job.now.toISOString()) return;
  const member = await activeMember(job.store, row.subject);
  const isGivenUp = row.file !== undefined && job.now.getTime() - Date.parse(row.at) > GIVE_UP_MS;
  if (!member || row.trace !== undefined || isGivenUp) await settleCheck(job, row, 'review');
  else await askForCheck(job, member, row);
}

/** The same, once more after a conflict; what fails is told and waits behind the others. Answers whether it went. */
async function takenUp(job: Job, id: string): Promise<boolean> {
  try {
    const done = await untilUncontested(async () => {
      await takeUp(job, id);
      return ok(undefined);
    });
    return done.ok;
  } catch (error) {
    log('error', { function: 'reconcile', action: 'checkPictures', fault: faultOf(error) });
    const nextAt = new Date(job.now.getTime() + PASS_MS).toISOString();
    await job.store.change('pictures', { _id: id, state: 'checking' }, { nextAt });
    return false;
  }
}

/** Pictures whose look was lost: WeChat could not be reached, a function died, or the verdict never came. */
export async function checkPictures(job: Job, hasTime: HasTime): Promise<{ pictures: number }> {
  const due = { state: 'checking', nextAt: lte(job.now.toISOString()) } as const;
  const reading = { orderBy: ['nextAt', 'asc'], limit: MOST, only: ['_id'] } as const;
  let pictures = 0;
  for (const { _id } of await job.store.find('pictures', due, reading)) {
    if (!hasTime()) break;
    if (await takenUp(job, _id)) pictures += 1;
  }
  return { pictures };
}
