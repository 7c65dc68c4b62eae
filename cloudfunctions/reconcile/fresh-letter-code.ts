import { ok } from '../../src/contracts/result';
import { letterCodeRules } from '../domain/requests/letter-code';
import { canMove } from '../domain/requests/moves';
import { caseOf } from '../platform/case';
import { Fault } from '../platform/fault';
import { changeRequest } from '../platform/guarded-request';
import { untilUncontested } from '../platform/handler';
import type { Job } from '../platform/job';
import { lookupDigest } from '../platform/keys';
import { record } from '../platform/record';
import { newCode } from '../platform/sms-codes';

/** The digest of a letter's code; it counts for that letter alone. */
export const letterCodeDigest = (requestId: string, code: string): string =>
  lookupDigest(`letter-code|${requestId}|${code}`);

/** A code as it goes out, and until when it counts. */
export interface LetterCode {
  code: string;
  until: string;
}

/**
 * Makes a letter's code in the moment in which it is sent, so that it lies nowhere in clear; it takes the place of the
 * one before. Undefined where nobody has to prove anything any more.
 */
export async function freshLetterCode(
  { store, now }: Job,
  requestId: string,
): Promise<LetterCode | undefined> {
  const code = newCode();
  const until = new Date(now.getTime() + letterCodeRules.lifeMs).toISOString();
  const made = await untilUncontested(async () => {
    const found = await caseOf(store, requestId);
    if (typeof found === 'string' || !canMove(found.request, 'verify')) return ok(undefined);
    const { request, member } = found;
    const columns = { codeDigest: letterCodeDigest(requestId, code), codeUntil: until, codeTries: 0 };
    await record(store, member, now, {
      events: [{ type: 'request.code-sent', body: { requestId } }],
      also: (transaction) => changeRequest(transaction, request, columns),
    });
    return ok({ code, until });
  });
  if (!made.ok) throw new Fault('a code could not be noted for conflicts');
  return made.data;
}
