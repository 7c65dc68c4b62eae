import type { account } from '../../src/contracts/account';
import { dataMap } from '../../src/contracts/data-map';
import { present } from '../../src/contracts/data-map/derive/presentation';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { presentNews } from '../domain/policy/present';
import { newsFor, newsForGuest } from '../domain/policy/terms';
import type { Handlers } from '../platform/handler';
import { factsOf, findAccount, requireMember } from '../platform/member';
import { sendCode } from '../platform/sms-codes';
import { closedBy, formerPhoneOf, isLocked, unlockingPhones } from '../domain/standing';
import { leavingOf } from './leaving';
import { standingOf, summaryOf } from './summary';

type Account = Handlers<typeof account>;

/**
 * Who the caller is and what is new in the policy, from one read; a guest's call writes nothing (P04). Only for an
 * account that cannot come back a second read tells why. Of a locked one nobody has proven who asks: it says no more.
 */
export const session: Account['session'] = async (call) => {
  const row = await findAccount(call);
  if (!row) return ok({ status: 'guest', ...presentNews(newsForGuest(call.now), 'guest') });
  if (isLocked(row)) return ok({ status: 'locked' });
  const known = { account: summaryOf(row), ...presentNews(newsFor(row, call.now), 'member') };
  if (row.status === 'active') return ok({ status: standingOf(row), ...known });
  return ok({ status: 'frozen', ...known, leaving: await leavingOf(call, row) });
};

/**
 * Sends an SMS code to a number that its owner types; to a guest who registers, or a member who proves the phone. While
 * the account is locked only the numbers get one that unlock it, and for a week after a change only these as well.
 */
export const sendSmsCode: Account['sendSmsCode'] = async (call) => {
  const row = await findAccount(call);
  const closed = row && closedBy(row);
  // Nothing new may come into being about someone who is leaving.
  if (closed === 'FROZEN') return fail('FROZEN');
  // A number that could not be bound yet gets no code either.
  const isJustChanged = row !== undefined && formerPhoneOf(row, call.now) !== undefined;
  return sendCode(call, call.input.number, {
    own: row ? unlockingPhones(row, call.now) : [],
    refused: closed ? 'PHONE_MISMATCH' : isJustChanged ? 'PHONE_JUST_CHANGED' : undefined,
  });
};

/** Everything held about the caller's account, as the data map lets it be shown (P45). */
export const profile: Account['profile'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  return ok({ fields: present(dataMap.accounts, factsOf(member.data)) });
};
