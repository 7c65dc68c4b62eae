import { ulid } from 'ulid';
import { dataMap } from '../../src/contracts/data-map';
import { staffIntake } from '../../src/contracts/staff';
import { mayDo } from '../../src/contracts/staff-roles';
import { staffCopy } from '../copy/staff';
import { replyDeadline } from '../domain/calendar/deadlines';
import { beijingDay } from '../domain/calendar/iso-day';
import { filed, MOST_OPEN } from '../domain/requests/filed';
import { guardedRequest } from '../platform/guarded-request';
import type { Job } from '../platform/job';
import { lookupDigest } from '../platform/keys';
import { openedMember } from '../platform/member';
import { messageRow } from '../platform/message-row';
import { record } from '../platform/record';
import { sealRow } from '../platform/sealing';
import type { Row } from '../platform/store';
import { readForm } from './form';
import { refused, type Judged } from './judged';
import { roleOf } from './roles';
import { enteredBy, staffAudit } from './staff-audit';

/** The typed words go with the row's end, applied or not: they speak of a person. */
export const typedInLetter = { phone: null, words: null, code: null } as const;

/**
 * Records a letter as a request of whoever has the phone number it names (P49). Nothing is done about it until that
 * person has said in the app that it is theirs, or who cannot open it has told the code that is sent to them: then it
 * is verified and its clock starts, as for any other (P58). The audit row's id is the form's, so that a second run
 * records nothing.
 */
export async function recordLetter(job: Job, row: Row<'staff_decisions'>): Promise<Judged> {
  const read = readForm(staffIntake, row);
  if (!read.ok) return refused(read.because);
  const { reviewer, phone, kind, words, receivedOn, byCode = false } = read.form;
  const { store, now } = job;
  const role = roleOf(reviewer);
  if (!role) return refused(staffCopy.notStaff);
  if (!mayDo(role, 'intake')) return refused(staffCopy.noIntake(role));
  if (receivedOn > beijingDay(now)) return refused(staffCopy.receivedLater);
  const [account] = await store.find('accounts', { phoneDigest: lookupDigest(phone) }, { limit: 1 });
  if (!account) return refused(staffCopy.noAccount);
  if (account.status !== 'active') return refused(staffCopy.leaving);
  if (account.openRequests >= MOST_OPEN) return refused(staffCopy.tooManyOpen);
  const member = await openedMember(account);
  const id = ulid(now.getTime());
  const facts = filed(
    {
      ...{ subject: member.id, kind, details: words, age: account.age, channel: 'email' as const },
      ...{ ground: undefined, about: undefined },
    },
    { state: 'submitted', ...replyDeadline(now, kind) },
    now,
  );
  const request = sealRow(dataMap.requests, id, facts, member.key);
  const at = now.toISOString();
  const template = byCode ? 'request-code' : 'request-to-verify';
  await record(store, member, now, {
    events: [{ type: 'request.recorded', body: { requestId: id, kind, receivedOn } }],
    facts: { openRequests: account.openRequests + 1 },
    used: { fields: ['phone'], by: 'staff' },
    also: async (transaction) => {
      await transaction.add('requests', [guardedRequest(request)]);
      await transaction.add('audits', [
        staffAudit('intake', { requestId: id, reviewer, outcome: kind, ...enteredBy(row) }, now, row._id),
      ]);
      await transaction.add('messages', [
        messageRow(member.id, template, { requestId: id, kind, told: 'submitted' }, now),
      ]);
      await transaction.change('staff_decisions', row._id, {
        ...typedInLetter,
        requestId: id,
        result: 'applied',
        resultMessage: byCode ? staffCopy.intakeByCode(id) : staffCopy.intakeDone,
        processedAt: at,
      });
    },
  });
  return { applied: true };
}
