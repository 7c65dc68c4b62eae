import { ulid } from 'ulid';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import type { request } from '../../src/contracts/request';
import { ok } from '../../src/contracts/result';
import { priorityOf, replyDeadline } from '../domain/calendar/deadlines';
import { summaryOf } from '../domain/requests/present';
import type { Handlers } from '../platform/handler';
import { requireMember } from '../platform/member';
import { record } from '../platform/record';
import { sealRow } from '../platform/sealing';

/** Enough for anyone, and a bound on what one person can put into the queue. */
const MOST_OPEN = 20;

/**
 * Files a request. The session and the bound phone are the proof of identity, so it is verified at once and its
 * kind's clock starts (P58, P59). The person's words are sealed.
 */
export const submit: Handlers<typeof request>['submit'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const { kind, details } = call.input;
  if (member.data.row.openRequests >= MOST_OPEN) return fail('TOO_MANY_OPEN');
  const at = call.now.toISOString();
  const id = ulid(call.now.getTime());
  const facts = {
    subject: member.data.id,
    kind,
    state: 'verified',
    open: true,
    version: 1,
    submittedAt: at,
    verifiedAt: at,
    ...replyDeadline(call.now, kind),
    priority: priorityOf(kind),
    ...(details !== undefined && details !== '' && { details }),
  } as const;
  const row = sealRow(dataMap.requests, id, facts, member.data.key);
  await record(call.store, member.data, call.now, {
    events: [
      { type: 'request.submitted', body: { requestId: id, kind, verifiedBy: 'session and bound phone' } },
    ],
    facts: { openRequests: member.data.row.openRequests + 1 },
    also: (transaction) => transaction.add('requests', [row]),
  });
  return ok(summaryOf(id, facts, call.now));
};
