import { ulid } from 'ulid';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import type { request } from '../../src/contracts/request';
import { ok } from '../../src/contracts/result';
import { replyDeadline } from '../domain/calendar/deadlines';
import { filed } from '../domain/requests/filed';
import { summaryOf } from '../domain/requests/present';
import { guardAfter } from '../platform/guard';
import type { Call, Handlers } from '../platform/handler';
import { lookupDigest } from '../platform/keys';
import { requireMember, type Member } from '../platform/member';
import { noticeAccepted } from '../platform/notices';
import { record } from '../platform/record';
import { sealRow } from '../platform/sealing';
import { Conflict } from '../platform/store';

type Submit = Handlers<typeof request>['submit'];

/** Enough for anyone, and a bound on what one person can put into the queue. */
const MOST_OPEN = 20;

/** The same for the same attempt of the same person, so that a repeated call meets its own row. */
const idOf = (subject: string, attempt: string | undefined, now: Date): string =>
  attempt === undefined ? ulid(now.getTime()) : `r${lookupDigest(`request|${subject}|${attempt}`)}`;

/** What an earlier call of the same attempt filed, if one did. */
async function alreadyFiled({ store, now }: Call<unknown>, member: Member, id: string) {
  const row = await store.get('requests', id);
  return row?.subject === member.id ? ok(summaryOf(row._id, row, now)) : undefined;
}

/**
 * Files a request. The session and the bound phone are the proof of identity, so it is verified at once and its
 * kind's clock starts (P58, P59). The person's words are sealed. A call that is repeated with the same `attempt`
 * answers what the first one filed. Of a locked account a leak alone can be reported; to read it would show its words
 * to whoever holds the WeChat account, and to take it back would let them silence the person.
 */
export const submit: Submit = async (call) => {
  const { kind, details, ground, attempt, notify } = call.input;
  const member = await requireMember(call, kind === 'leak' ? 'locked too' : 'unlocked');
  if (!member.ok) return member;
  const { id: subject, row: account } = member.data;
  const id = idOf(subject, attempt, call.now);
  if (account.openRequests >= MOST_OPEN)
    return (
      (attempt === undefined ? undefined : await alreadyFiled(call, member.data, id)) ?? fail('TOO_MANY_OPEN')
    );
  const facts = filed(
    { subject, kind, ground, details, age: account.age, channel: 'app' },
    { state: 'verified', ...replyDeadline(call.now, kind) },
    call.now,
  );
  const row = sealRow(dataMap.requests, id, facts, member.data.key);
  const guarded = { ...row, guard: guardAfter(dataMap.requests, row) };
  try {
    await record(call.store, member.data, call.now, {
      events: [
        { type: 'request.submitted', body: { requestId: id, kind, verifiedBy: 'session and bound phone' } },
      ],
      facts: { openRequests: account.openRequests + 1, ...noticeAccepted(account, notify) },
      also: (transaction) => transaction.add('requests', [guarded]),
    });
  } catch (error) {
    const filedBefore = error instanceof Conflict && attempt !== undefined;
    const found = filedBefore ? await alreadyFiled(call, member.data, id) : undefined;
    if (found) return found;
    throw error;
  }
  return ok(summaryOf(id, facts, call.now));
};
