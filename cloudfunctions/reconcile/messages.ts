import { lte } from '../platform/conditions';
import { faultOf } from '../platform/fault';
import type { HasTime, Job } from '../platform/job';
import { log } from '../platform/log';
import type { Change, Row } from '../platform/store';
import { afterTry, MOST_TRIES } from './retry';
import { endOf, tell } from './tell';

const PAGE = 100;

type Message = Row<'messages'>;

/** Tells of one message; whatever goes wrong is tried again later. */
const told = (job: Job, message: Message): Promise<Change<'messages'>> =>
  tell(job, message).catch((error: unknown) => {
    log('error', { function: 'reconcile', fault: faultOf(error) });
    return {};
  });

/** Claims one message and sends it; whether it went out. */
async function send(job: Job, message: Message): Promise<boolean> {
  const { store, now } = job;
  const claim = { _id: message._id, state: 'waiting', nextAt: message.nextAt } as const;
  const tries = message.tries + 1;
  if (tries > MOST_TRIES) {
    await store.change('messages', claim, endOf(message, 'given-up', now));
    return false;
  }
  if ((await store.change('messages', claim, { tries, nextAt: afterTry(now, tries) })) !== 1) return false;
  const outcome = await told(job, message);
  if (Object.keys(outcome).length > 0)
    await store.change('messages', { _id: message._id, state: 'waiting' }, outcome);
  return outcome.state === 'sent';
}

/** At once: an incident may have to be told to a hundred thousand people, and most of a message is waiting. */
const TOGETHER = 8;

/**
 * Sends what waits, page by page while there is time. A row is claimed before it is sent, the try counted, so two runs
 * at once never send it twice, and no page meets it again; a run that dies between WeChat's answer and ours sends it
 * once more, two minutes later.
 */
export async function deliverMessages(job: Job, hasTime: HasTime = () => true): Promise<{ sent: number }> {
  let sent = 0;
  for (;;) {
    const waiting = { state: 'waiting', nextAt: lte(job.now.toISOString()) } as const;
    const due = await job.store.find('messages', waiting, { limit: PAGE, known: true });
    for (let first = 0; first < due.length && hasTime(); first += TOGETHER) {
      const group = due.slice(first, first + TOGETHER);
      const went = await Promise.all(group.map((message) => send(job, message)));
      sent += went.filter(Boolean).length;
    }
    if (due.length < PAGE || !hasTime()) return { sent };
  }
}
