import { isTexted, type MessageTemplate, type SmsTemplate } from '../../src/contracts/message-templates';
import { ok } from '../../src/contracts/result';
import { keywordsOf, smsWords, type Texted } from '../copy/messages';
import { beijingDay } from '../domain/calendar/iso-day';
import { formerPhoneOf } from '../domain/standing';
import { pageOf } from '../domain/told';
import { Fault, faultOf } from '../platform/fault';
import { untilUncontested } from '../platform/handler';
import type { Job } from '../platform/job';
import { log } from '../platform/log';
import { factOf, openedMember, presentMember, type Member } from '../platform/member';
import { mayNotify, spendNotice } from '../platform/notices';
import { record, type Deed } from '../platform/record';
import type { Change, Row } from '../platform/store';
import { freshLetterCode } from './fresh-letter-code';
import { afterPause } from './retry';

type Message = Row<'messages'>;
/** What a message's row becomes. */
type Outcome = Change<'messages'>;
/** One way out. Answers what became of it; nothing where there is nothing to do. */
type Way = (job: Job, member: Member, message: Message) => Promise<Outcome>;

/** What tells who may use the account: it must arrive while something can be done about it, frozen or not. */
const ofAccess: ReadonlySet<MessageTemplate> = new Set([
  'account-frozen',
  'account-locked',
  'account-unlocked',
  'phone-changed',
]);

/** Writes what became of one way with its proof, once: what the person does meanwhile repeats the record alone. */
async function noted(job: Job, { _id, subject }: Message, outcome: Outcome, deed: Deed): Promise<void> {
  const { store, now } = job;
  const recorded = await untilUncontested(async () => {
    const known = await presentMember(store, subject);
    if (!known) return ok(undefined);
    await record(store, known, now, {
      ...deed,
      also: (transaction) => transaction.change('messages', _id, outcome),
    });
    return ok(undefined);
  });
  if (!recorded.ok) throw new Fault('a message could not be recorded for conflicts');
}

/**
 * WeChat's message, only as long as the person has accepted one that is not used up. Not subscribed is no fault: it
 * waits in the inbox. Of an incident the person's own chain says that they were told, by whatever way (P44).
 */
const push: Way = async (job, member, message) => {
  if (message.push !== undefined) return {};
  const { template } = message;
  const openid = factOf(member, 'openid');
  const mayPush = mayNotify(member.row);
  const keywords = keywordsOf(template, message, beijingDay(job.now));
  const result = mayPush ? await job.wechat.notify(openid, pageOf(message), keywords) : 'not-subscribed';
  if (mayPush) await spendNotice(job.store, member.id, result);
  const outcome: Outcome = { push: result };
  if (template === 'incident')
    await noted(job, message, outcome, {
      events: [{ type: 'incident.notified', body: { ...message.about } }],
    });
  return outcome;
};

/** What a short message names; undefined where it has nothing to say any more. A code is made as it goes out. */
async function textedOf(job: Job, message: Message): Promise<Texted | undefined> {
  const { template, requestId } = message;
  if (template !== 'request-code' || requestId === undefined) return message;
  const made = await freshLetterCode(job, requestId);
  return made && { ...message, ...made };
}

/**
 * The numbers that a short message goes to, by their fields. Who may use the account is told to the number before as
 * well, as long as that is the way back, and its change to nobody else.
 */
function numbersFor({ row }: Member, template: SmsTemplate, now: Date): ('phone' | 'formerPhone')[] {
  const isFormerTold = ofAccess.has(template) && formerPhoneOf(row, now) !== undefined;
  return [
    ...(template === 'phone-changed' ? [] : (['phone'] as const)),
    ...(isFormerTold ? (['formerPhone'] as const) : []),
  ];
}

/** The short message of what must arrive. That it went out is in the person's chain, and each number's use is noted. */
const text: Way = async (job, member, message) => {
  const { template, textedAt } = message;
  if (!isTexted(template) || textedAt !== undefined) return {};
  const told = await textedOf(job, message);
  if (!told) return {};
  const fields = numbersFor(member, template, job.now);
  // It was changed back before this went out.
  if (fields.length === 0) return {};
  for (const field of fields) {
    const number = factOf(member, field);
    if (number !== undefined) await job.wechat.sendSms(number, template, smsWords[template].values(told));
  }
  const outcome: Outcome = { textedAt: job.now.toISOString() };
  await noted(job, message, outcome, {
    events: [{ type: 'notice.texted', body: { template } }],
    used: { fields, by: 'system' },
  });
  return outcome;
};

const ways: readonly Way[] = [push, text];

/** Tries one way; a failure of one keeps the other from nothing, and is tried again later. */
const tried = (way: Way, job: Job, member: Member, message: Message): Promise<Outcome | undefined> =>
  way(job, member, message).catch((error: unknown) => {
    log('error', { function: 'reconcile', fault: faultOf(error) });
    return undefined;
  });

/** What a message ends as when no way is to be tried any more, by what went out. */
export const endOf = (
  { push: pushed, textedAt }: Pick<Message, 'push' | 'textedAt'>,
  otherwise: 'in-app' | 'given-up',
  now: Date,
): Outcome =>
  pushed === 'sent' || textedAt !== undefined
    ? { state: 'sent', sentAt: now.toISOString() }
    : { state: otherwise };

/**
 * Whom a message is for, or what becomes of it where nobody may be written to. An account on its way out is not (P35),
 * but for news of who may use it, and that is no try: a restore may come much later than the last one. With the
 * account, erasing takes the message; what was written after that is for nobody.
 */
async function addressee({ store, now }: Job, { subject, template, tries }: Message) {
  const account = await store.get('accounts', subject);
  if (account?.status === 'active' || (account?.status === 'frozen' && ofAccess.has(template)))
    return { member: await openedMember(account) };
  const outcome: Outcome =
    account?.status === 'frozen' ? { tries, nextAt: afterPause(now) } : { state: 'given-up' };
  return { outcome };
}

/**
 * Sends a message by every way that is still to be tried; the state change that it tells of stands whatever happens
 * here. Answers what its row becomes: `waiting` no more once each way has its outcome.
 */
export async function tell(job: Job, message: Message): Promise<Outcome> {
  const { member, outcome: none } = await addressee(job, message);
  if (!member) return none;
  let all: Outcome = {};
  let isOver = true;
  for (const way of ways) {
    const outcome = await tried(way, job, member, message);
    isOver &&= outcome !== undefined;
    all = { ...all, ...outcome };
  }
  return isOver ? { ...all, ...endOf({ ...message, ...all } as Message, 'in-app', job.now) } : all;
}
