import { incidentNotified, requestAnswered } from '../copy/messages';
import { beijingDay } from '../domain/calendar/working-days';
import { lte } from '../platform/conditions';
import type { Job } from '../platform/job';
import { activeMember, caseOf, factsOf, record } from '../platform/member';
import type { Change, Row } from '../platform/store';

const PAGE = 100;
const MOST_TRIES = 8;
const LOOKS = 'pages/privacy/requests/index';
const page = (id: string) => `pages/privacy/progress/index?id=${id}`;

/** When to try again: two minutes after the first try, then twice as long each time. */
const laterBy = (now: Date, tries: number) => new Date(now.getTime() + 60_000 * 2 ** tries).toISOString();

type Message = Row<'messages'>;
/** What a message's row becomes; nothing, where a later try may still succeed. */
type Outcome = Change<'messages'>;
/** How one kind of message is delivered. */
type Delivery = (job: Job, message: Message) => Promise<Outcome>;

/** Not subscribed is no fault: the answer waits in the app. */
const outcomeOf = (delivery: Awaited<ReturnType<Job['wechat']['notify']>>, now: Date): Outcome =>
  delivery === 'sent' ? { state: 'sent', sentAt: now.toISOString() } : { state: 'given-up' };

/** The state change that an answer tells of stands whatever happens here. */
const requestAnsweredTo: Delivery = async ({ store, wechat, now }, message) => {
  const found = await caseOf(store, message.requestId ?? '');
  // A frozen account is not written to; should it be restored, a later try finds it.
  if (found === 'frozen') return {};
  if (found === 'unknown') return { state: 'given-up' };
  const { request, member } = found;
  const values = requestAnswered(request.kind, request.state, beijingDay(now));
  return outcomeOf(await wechat.notify(factsOf(member).openid, page(request._id), values), now);
};

/** Told by WeChat where the person let us, and always in the app, by an event of the person's own chain (P44). */
const incidentTo: Delivery = async ({ store, wechat, now }, message) => {
  const member = await activeMember(store, message.subject);
  if (!member) return {};
  const sent = await wechat.notify(factsOf(member).openid, LOOKS, incidentNotified(beijingDay(now)));
  const outcome = outcomeOf(sent, now);
  await record(store, member, now, {
    events: [{ type: 'incident.notified', body: { ...message.about } }],
    also: (transaction) => transaction.change('messages', message._id, outcome),
  });
  return outcome;
};

const deliveries: Readonly<Record<Message['template'], Delivery>> = {
  'request-answered': requestAnsweredTo,
  incident: incidentTo,
};

/** Delivers one message; whatever goes wrong is tried again later. */
const deliver: Delivery = async (job, message) =>
  deliveries[message.template](job, message).catch((): Outcome => ({}));

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
