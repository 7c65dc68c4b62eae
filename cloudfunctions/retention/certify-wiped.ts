import { gt, oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import { log } from '../platform/log';
import { answersFor, certify } from './certify';
import { lookAgainAt } from './look-again';
import { foundAmong } from './remains';

const PAGE = 200;
const MOST_PAGES = 500;

/**
 * Counts again of these people before they are certified, for the last count may be weeks ago. Of whom something came
 * back the erasing takes it up again.
 */
async function certifyAnswered(job: Job, ids: readonly string[]): Promise<number> {
  const counted = await lookAgainAt(job, ids);
  const returned = foundAmong(counted);
  const { length } = returned;
  if (length > 0) {
    log('error', { function: 'retention', fault: 'rows came back after erasing', left: length });
    await job.store.change('erasures', { _id: oneOf(returned), state: 'wiped' }, { state: 'begun' });
  }
  return certify(job, counted);
}

/**
 * Looks again at everyone who is wiped and only waits for recipients; nothing of them is touched any more, and nobody
 * else waits with them. Answers how many are newly certified, and how many still wait for one.
 */
export async function certifyWiped(job: Job): Promise<{ certified: number; waiting: number }> {
  let certified = 0;
  let waiting = 0;
  for (let after = '', pages = 0; pages < MOST_PAGES; pages += 1) {
    const filter = { state: 'wiped', ...(after && { _id: gt(after) }) } as const;
    const only = ['_id'] as const;
    const rows = await job.store.find('erasures', filter, { orderBy: ['_id', 'asc'], limit: PAGE, only });
    const answers = await answersFor(
      job,
      rows.map(({ _id }) => _id),
    );
    const answered = [...answers].flatMap(([id, answer]) => (answer === undefined ? [] : [id]));
    certified += await certifyAnswered(job, answered);
    waiting += rows.length - answered.length;
    after = rows.at(-1)?._id ?? '';
    if (rows.length < PAGE) break;
  }
  return { certified, waiting };
}
