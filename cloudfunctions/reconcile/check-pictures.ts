import { ok } from '../../src/contracts/result';
import { lte } from '../platform/conditions';
import { faultOf } from '../platform/fault';
import { untilUncontested } from '../platform/handler';
import type { HasTime, Job } from '../platform/job';
import { log } from '../platform/log';
import { activeMember } from '../platform/member';
import { askForCheck, settleCheck } from '../platform/picture-check';
import type { Row } from '../platform/store';

/** So many a run; what is left comes in the next minute. */
const MOST = 20;
/** What WeChat could not be asked for so long is for a person to look at. */
const GIVE_UP_MS = 24 * 3600_000;

/**
 * Asks for one that nobody asked for yet, and gives one whose verdict did not come to a person. Of whoever is leaving
 * no file lies about.
 */
async function takeUp(job: Job, row: Row<'pictures'>): Promise<void> {
  const member = await activeMember(job.store, row.subject);
  const isTooOld = job.now.getTime() - Date.parse(row.at) > GIVE_UP_MS;
  if (!member || row.trace !== undefined || isTooOld) await settleCheck(job, row, 'review');
  else await askForCheck(job, member, row);
}

/** Pictures whose look was lost: WeChat could not be reached, a function died, or the verdict never came. */
export async function checkPictures(job: Job, hasTime: HasTime): Promise<{ pictures: number }> {
  const due = { state: 'checking', nextAt: lte(job.now.toISOString()) } as const;
  const rows = await job.store.find('pictures', due, { orderBy: ['nextAt', 'asc'], limit: MOST });
  let pictures = 0;
  for (const row of rows) {
    if (!hasTime()) break;
    try {
      await untilUncontested(async () => {
        await takeUp(job, row);
        return ok(undefined);
      });
      pictures += 1;
    } catch (error) {
      log('error', { function: 'reconcile', action: 'checkPictures', fault: faultOf(error) });
    }
  }
  return { pictures };
}
