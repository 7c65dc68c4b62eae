import { requestAnswered } from '../copy/messages';
import { beijingDay } from '../domain/calendar/working-days';
import { lte } from '../platform/conditions';
import type { Job } from '../platform/job';
import { caseOf, factsOf } from '../platform/member';
import type { Change, Row } from '../platform/store';

const PAGE = 100;
const MOST_TRIES = 8;
const page = (id: string) => `pages/privacy/progress/index?id=${id}`;

/** When to try again: two minutes after the first try, then twice as long each time. */
const laterBy = (now: Date, tries: number) => new Date(now.getTime() + 60_000 * 2 ** tries).toISOString();

/** Sends one message; answers what its row becomes. The state change it tells of stands whatever happens here. */
async function deliver({ store, wechat, now }: Job, message: Row<'messages'>): Promise<Change<'messages'>> {
  const found = await caseOf(store, message.requestId);
  // A frozen account is not written to; should it be restored, a later try finds it.
  if (found === 'frozen') return {};
  if (found === 'unknown') return { state: 'given-up' };
  const { request, member } = found;
  try {
    const values = requestAnswered(request.kind, request.state, beijingDay(now));
    const delivery = await wechat.notify(factsOf(member).openid, page(request._id), values);
    // Not subscribed is no fault: the answer waits in the app.
    return delivery === 'sent' ? { state: 'sent', sentAt: now.toISOString() } : { state: 'given-up' };
  } catch {
    return {};
  }
}

/**
 * Sends what waits, at most a page a run. A row is claimed before it is sent, the try counted, so two runs at once never
 * send it twice; a run that dies between WeChat's answer and ours sends it once more, two minutes later.
 */
export async function deliverMessages(job: Job): Promise<{ sent: number }> {
  const { store, now } = job;
  const due = await store.find(
    'messages',
    { state: 'waiting', nextAt: lte(now.toISOString()) },
    { limit: PAGE },
  );
  let sent = 0;
  for (const message of due) {
    const claim = { _id: message._id, state: 'waiting', nextAt: message.nextAt } as const;
    const tries = message.tries + 1;
    if (tries > MOST_TRIES) {
      await store.change('messages', claim, { state: 'given-up' });
      continue;
    }
    if ((await store.change('messages', claim, { tries, nextAt: laterBy(now, tries) })) !== 1) continue;
    const outcome = await deliver(job, message);
    if (outcome.state) await store.change('messages', { _id: message._id, state: 'waiting' }, outcome);
    if (outcome.state === 'sent') sent += 1;
  }
  return { sent };
}
