import { randomInt } from 'node:crypto';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import { nextWindow, smsRules, tryOn } from '../domain/sms';
import { gt } from './conditions';
import type { Call } from './handler';
import { lookupDigest } from './keys';
import { sealRow } from './sealing';
import { Conflict } from './store';

type Part = Pick<Call<unknown>, 'store' | 'wechat' | 'openid' | 'now'>;

/** Six digits that nobody can foretell. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

const codeDigest = (number: string, code: string) => lookupDigest(`${number}:${code}`);

/** Whether this openid has now asked for codes to more numbers than an hour allows; asked after the row is written. */
async function isOverNumbers({ store, openid, now }: Part): Promise<boolean> {
  const since = new Date(now.getTime() - smsRules.windowMs).toISOString();
  const numbers = await store.count('sms_codes', { openidDigest: lookupDigest(openid), sentAt: gt(since) });
  return numbers > smsRules.mostNumbers;
}

/** Whose code it is: the caller's own numbers by their digests, and why no other may get one, if none may. */
interface Asker {
  own: readonly string[];
  refused: 'PHONE_MISMATCH' | 'PHONE_JUST_CHANGED' | undefined;
}

/**
 * Sends a new code, which replaces the last one in its place. Everybody who types a number shares one place, and one
 * limit; whose own it is has a place apart, or strangers who know the number could keep them out with it. Nothing of
 * code or number is stored in clear. The row is written before the limit is asked, so that calls at once cannot all
 * slip under it. A number that may get none counts as tried all the same: else whoever knows a masked one could guess
 * the rest.
 */
export async function sendCode(call: Part, number: string, { own, refused }: Asker) {
  const { store, wechat, openid, now } = call;
  const numberDigest = lookupDigest(number);
  const isOwn = own.includes(numberDigest);
  const id = isOwn ? lookupDigest(`${number}|${openid}`) : numberDigest;
  const last = await store.get('sms_codes', id);
  const window = nextWindow(last, now);
  if (!window) return fail('SMS_TOO_OFTEN');
  const code = newCode();
  const expiresAt = new Date(now.getTime() + smsRules.lifeMs).toISOString();
  const facts = {
    number,
    code: `${number}:${code}`,
    openid,
    tries: 0,
    sentAt: now.toISOString(),
    expiresAt,
    ...window,
  };
  const { _id, ...columns } = sealRow(dataMap.sms_codes, id, facts);
  if (!last) await store.add('sms_codes', [{ _id, ...columns }]);
  else if ((await store.change('sms_codes', { _id, sentAt: last.sentAt }, columns)) !== 1)
    throw new Conflict();
  if (await isOverNumbers(call)) {
    await store.change('sms_codes', { _id, codeDigest: columns.codeDigest }, spentBy(now));
    return fail('SMS_TOO_OFTEN');
  }
  if (refused && !isOwn) {
    await store.change('sms_codes', { _id, codeDigest: columns.codeDigest }, spentBy(now));
    return fail(refused);
  }
  await wechat.sendSmsCode(number, code);
  return ok({ expiresAt, resendAfter: new Date(now.getTime() + smsRules.pauseMs).toISOString() });
}

/**
 * Checks and spends a code. The try is counted before the code is compared, so that guesses at once cost as much as
 * guesses in a row, and losing against another guess tells nothing; a right code works once.
 */
export async function spendCode(call: Part, number: string, code: string): Promise<Result<string>> {
  const { store, openid, now } = call;
  const asked = { numberDigest: lookupDigest(number), openidDigest: lookupDigest(openid) };
  // Of a number that became the caller's own meanwhile there are two.
  const [sent] = await store.find('sms_codes', asked, { orderBy: ['sentAt', 'desc'], limit: 1 });
  if (!sent) return fail('SMS_CODE_EXPIRED');
  const verdict = tryOn(sent, now);
  if (verdict === 'expired') return fail('SMS_CODE_EXPIRED');
  if (verdict === 'locked') return fail('SMS_LOCKED');
  const isRight = sent.codeDigest === codeDigest(number, code);
  const tried = { tries: sent.tries + 1, ...(isRight && spentBy(now)) };
  const seen = { _id: sent._id, codeDigest: sent.codeDigest, tries: sent.tries };
  if ((await store.change('sms_codes', seen, tried)) !== 1) return spendCode(call, number, code);
  if (isRight) return ok(number);
  return fail(tried.tries >= smsRules.mostTries ? 'SMS_LOCKED' : 'SMS_CODE_WRONG');
}

/** A spent code stays as an expired row, so that the rate limit still counts it. */
const spentBy = (now: Date) => ({ expiresAt: now.toISOString() });
