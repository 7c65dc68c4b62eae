import { SEND_CODE, staffSendCode, staffVerify, VERIFY } from '../../src/contracts/staff';
import { mayDo } from '../../src/contracts/staff-roles';
import { staffCopy } from '../copy/staff';
import { CODE_PROOF, letterCodeRules, triesLeft, verdictOn } from '../domain/requests/letter-code';
import { canMove } from '../domain/requests/moves';
import { caseOf, type Case } from '../platform/case';
import { changeRequest } from '../platform/guarded-request';
import type { Job } from '../platform/job';
import { messageRow } from '../platform/message-row';
import { moveRequest } from '../platform/move-request';
import { record } from '../platform/record';
import type { Row, Transaction } from '../platform/store';
import { readForm } from './form';
import { letterCodeDigest } from './fresh-letter-code';
import { refused, type Judged } from './judged';
import { mayHandle, roleOf } from './roles';
import { enteredBy, staffAudit } from './staff-audit';

type DecisionRow = Row<'staff_decisions'>;

/** The letter that waits for its person, for somebody of the staff who may handle it; or why not. */
async function waitingLetter({ store }: Job, requestId: string, reviewer: string): Promise<Case | string> {
  const role = roleOf(reviewer);
  if (!role) return staffCopy.notStaff;
  if (!mayDo(role, 'verify')) return staffCopy.noVerify(role);
  const found = await caseOf(store, requestId);
  if (found === 'unknown') return staffCopy.noSuchLetter;
  if (typeof found === 'string') return staffCopy.noCase[found];
  if (!mayHandle(reviewer, found.request)) return staffCopy.minorsOnly;
  return canMove(found.request, 'verify') ? found : staffCopy.noLetter(found.request);
}

/**
 * Ends the row with its audit row, whose id is the form's, so that a second run does nothing; the code that was typed
 * goes with it.
 */
async function endRow(
  transaction: Transaction,
  row: DecisionRow,
  { requestId, reviewer }: { requestId: string; reviewer: string },
  now: Date,
  { outcome, ...end }: { outcome: string; result: 'applied' | 'rejected'; resultMessage: string },
): Promise<void> {
  const audit = { requestId, reviewer, outcome, ...enteredBy(row) };
  await transaction.add('audits', [staffAudit('verify', audit, now, row._id)]);
  await transaction.change('staff_decisions', row._id, {
    ...end,
    code: null,
    processedAt: now.toISOString(),
  });
}

/** Sends one more code to the bound phone of a letter's person, three for a letter at most (P49). */
async function sendLetterCode(job: Job, row: DecisionRow): Promise<Judged> {
  const { store, now } = job;
  const read = readForm(staffSendCode, row);
  if (!read.ok) return refused(read.because);
  const { requestId, reviewer } = read.form;
  const found = await waitingLetter(job, requestId, reviewer);
  if (typeof found === 'string') return refused(found);
  const { request, member } = found;
  const sent = await store.count('messages', { subject: member.id, template: 'request-code', requestId });
  if (sent >= letterCodeRules.mostCodes) return refused(staffCopy.codesSpent);
  const told = { requestId, kind: request.kind, told: request.state };
  await record(store, member, now, {
    events: [{ type: 'request.code-asked', body: { requestId } }],
    also: async (transaction) => {
      await transaction.add('messages', [messageRow(member.id, 'request-code', told, now)]);
      const end = { outcome: 'code-asked', result: 'applied', resultMessage: staffCopy.codeAsked } as const;
      await endRow(transaction, row, read.form, now, end);
    },
  });
  return { applied: true };
}

/** Counts a wrong code, with the row's sentence in the same transaction: no guess is free. */
async function miss(
  job: Job,
  row: DecisionRow,
  { request, member }: Case,
  reviewer: string,
): Promise<Judged> {
  const { store, now } = job;
  const { _id: requestId, codeTries = 0 } = request;
  const because = staffCopy.codeWrong(triesLeft(request));
  const columns = { codeTries: codeTries + 1 };
  await record(store, member, now, {
    events: [{ type: 'request.code-missed', body: { requestId } }],
    also: async (transaction) => {
      await changeRequest(transaction, request, columns);
      const end = { outcome: 'code-wrong', result: 'rejected', resultMessage: because } as const;
      await endRow(transaction, row, { requestId, reviewer }, now, end);
    },
  });
  return refused(because);
}

/**
 * Verifies a letter by the code that its person told (P49): the bound phone is the proof, as in the app, and no other
 * kind of data is asked for (P58). Its clock starts now.
 */
async function verifyLetter(job: Job, row: DecisionRow): Promise<Judged> {
  const { store, now } = job;
  const read = readForm(staffVerify, row);
  if (!read.ok) return refused(read.because);
  const { requestId, code, reviewer } = read.form;
  const found = await waitingLetter(job, requestId, reviewer);
  if (typeof found === 'string') return refused(found);
  const verdict = verdictOn(found.request, letterCodeDigest(requestId, code), now);
  if (verdict === 'wrong') return miss(job, row, found, reviewer);
  if (verdict !== 'right') return refused(staffCopy.code[verdict]);
  await moveRequest(store, found, 'verify', now, {
    columns: { verifiedBy: 'code' },
    body: { verifiedBy: CODE_PROOF },
    also: (transaction) => {
      const end = { outcome: 'code-right', result: 'applied', resultMessage: staffCopy.verified } as const;
      return endRow(transaction, row, read.form, now, end);
    },
  });
  return { applied: true };
}

/** Who judges a row about a letter's code, by the word in its `decision`. */
export const letterCodes = { [SEND_CODE]: sendLetterCode, [VERIFY]: verifyLetter } as const;
