import { ok } from '../../src/contracts/result';
import { incidentNotified, requestAnswered } from '../copy/messages';
import { beijingDay } from '../domain/calendar/working-days';
import { lte } from '../platform/conditions';
import { Fault, faultOf } from '../platform/fault';
import { untilUncontested } from '../platform/handler';
import type { HasTime, Job } from '../platform/job';
import { log } from '../platform/log';
import { activeMember, factOf, presentMember } from '../platform/member';
import { record } from '../platform/record';
import type { Change, Row } from '../platform/store';
import { afterPause, afterTry, MOST_TRIES } from './retry';

const PAGE = 100;
const LOOKS = 'pages/privacy/requests/index';
const page = (id: string) => `pages/privacy/progress/index?id=${id}`;

type Message = Row<'messages'>;
/** What a message's row becomes; nothing, where a later try may still succeed. */
type Outcome = Change<'messages'>;
/** How one kind of message is delivered. */
type Delivery = (job: Job, message: Message) => Promise<Outcome>;

/** Not subscribed is no fault: the answer waits in the app. */
const outcomeOf = (delivery: Awaited<ReturnType<Job['wechat']['notify']>>, now: Date): Outcome =>
  delivery === 'sent' ? { state: 'sent', sentAt: now.toISOString() } : { state: 'given-up' };

/**
 * An account on its way out is not written to (P35), and that is no try: a restore may come much later than the last
 * one. With the account, erasing takes the message; what was written after that is for nobody.
 */
const postponed: Delivery = async ({ store, now }, { subject, tries }) => {
  const account = await store.get('accounts', subject);
  if (account?.status === 'active') return {};
  if (account?.status !== 'frozen') return { state: 'given-up' };
  return { tries, nextAt: afterPause(now) };
};

/** The state change that an answer tells of stands whatever happens here. */
const aboutRequestTo: Delivery = async (job, message) => {
  const { store, wechat, now } = job;
  const request = await store.get('requests', message.requestId ?? '');
  if (!request) return { state: 'given-up' };
  const member = await activeMember(store, message.subject);
  if (!member) return postponed(job, message);
  const values = requestAnswered(request.kind, message.told ?? request.state, beijingDay(now));
  return outcomeOf(await wechat.notify(factOf(member, 'openid'), page(request._id), values), now);
};

/** Told by WeChat where the person let us, and always in the app, by an event of the person's own chain (P44). */
const incidentTo: Delivery = async (job, message) => {
  const { store, wechat, now } = job;
  const member = await activeMember(store, message.subject);
  if (!member) return postponed(job, message);
  const openid = factOf(member, 'openid');
  const outcome = outcomeOf(await wechat.notify(openid, LOOKS, incidentNotified(beijingDay(now))), now);
  // WeChat was told: what the person does meanwhile repeats the record alone.
  const recorded = await untilUncontested(async () => {
    const known = await presentMember(store, message.subject);
    if (!known) return ok(undefined);
    await record(store, known, now, {
      events: [{ type: 'incident.notified', body: { ...message.about } }],
      also: (transaction) => transaction.change('messages', message._id, outcome),
    });
    return ok(undefined);
  });
  if (!recorded.ok) throw new Fault('a message could not be recorded for conflicts');
  return outcome;
};

const deliveries: Readonly<Record<Message['template'], Delivery>> = {
  'request-answered': aboutRequestTo,
  'request-quoted': aboutRequestTo,
  'request-finished': aboutRequestTo,
  'request-lapsed': aboutRequestTo,
  'request-to-verify': aboutRequestTo,
  incident: incidentTo,
};

/** Delivers one message; whatever goes wrong is tried again later. */
const deliver: Delivery = async (job, message) =>
  deliveries[message.template](job, message).catch((error: unknown): Outcome => {
    log('error', { function: 'reconcile', fault: faultOf(error) });
    return {};
  });

/** Claims one message and sends it; whether it went out. */
async function send(job: Job, message: Message): Promise<boolean> {
  const { store, now } = job;
  const claim = { _id: message._id, state: 'waiting', nextAt: message.nextAt } as const;
  const tries = message.tries + 1;
  if (tries > MOST_TRIES) {
    await store.change('messages', claim, { state: 'given-up' });
    return false;
  }
  if ((await store.change('messages', claim, { tries, nextAt: afterTry(now, tries) })) !== 1) return false;
  const outcome = await deliver(job, message);
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
    const due = await job.store.find('messages', waiting, { limit: PAGE });
    for (let first = 0; first < due.length && hasTime(); first += TOGETHER) {
      const group = due.slice(first, first + TOGETHER);
      const went = await Promise.all(group.map((message) => send(job, message)));
      sent += went.filter(Boolean).length;
    }
    if (due.length < PAGE || !hasTime()) return { sent };
  }
}
