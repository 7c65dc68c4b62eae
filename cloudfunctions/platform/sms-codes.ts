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

const codeDigest = (number: string, code: string) => lookupDigest(`${number}:${code}`);

/** Sends a new code, which replaces the number's last one. Nothing of code or number is stored in clear. */
export async function sendCode({ store, wechat, openid, now }: Part, number: string) {
  const id = lookupDigest(number);
  const last = await store.get('sms_codes', id);
  const window = nextWindow(last, now);
  const since = new Date(now.getTime() - smsRules.windowMs).toISOString();
  const numbers = await store.count('sms_codes', { openidDigest: lookupDigest(openid), sentAt: gt(since) });
  if (!window || numbers >= smsRules.mostNumbers) return fail('SMS_TOO_OFTEN');
  const code = String(randomInt(1_000_000)).padStart(6, '0');
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
  await wechat.sendSmsCode(number, code);
  return ok({ expiresAt, resendAfter: new Date(now.getTime() + smsRules.pauseMs).toISOString() });
}

/** Checks and spends a code: a right one works once, a wrong one costs a try, and the try is counted first. */
export async function spendCode(
  { store, openid, now }: Part,
  number: string,
  code: string,
): Promise<Result<string>> {
  const id = lookupDigest(number);
  const sent = await store.get('sms_codes', id);
  if (!sent || sent.openidDigest !== lookupDigest(openid)) return fail('SMS_CODE_EXPIRED');
  const verdict = tryOn(sent, now);
  if (verdict === 'expired') return fail('SMS_CODE_EXPIRED');
  if (verdict === 'locked') return fail('SMS_LOCKED');
  if (sent.codeDigest === codeDigest(number, code)) {
    const spent = await store.change(
      'sms_codes',
      { _id: id, codeDigest: sent.codeDigest, tries: sent.tries },
      spentBy(now),
    );
    return spent === 1 ? ok(number) : fail('SMS_CODE_EXPIRED');
  }
  const counted = await store.change('sms_codes', { _id: id, tries: sent.tries }, { tries: sent.tries + 1 });
  if (counted !== 1) throw new Conflict();
  return fail(sent.tries + 1 >= smsRules.mostTries ? 'SMS_LOCKED' : 'SMS_CODE_WRONG');
}

/** A spent code stays as an expired row, so that the rate limit still counts it. */
const spentBy = (now: Date) => ({ expiresAt: now.toISOString() });
