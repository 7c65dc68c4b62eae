import type { DataMap } from '../../src/contracts/data-map';
import type { Document } from '../../src/contracts/data-map/grammar';
import { SMS_CODE_MINUTES } from '../../src/contracts/values';

/** How a verification code lives. Policy 2.1 (P02): 6 digits, 10 minutes, 3 tries. */
export const smsRules = {
  lifeMs: SMS_CODE_MINUTES * 60_000,
  mostTries: 3,
  pauseMs: 60_000,
  windowMs: 60 * 60_000,
  mostPerNumber: 5,
  /** Numbers that one WeChat user may try in an hour. */
  mostNumbers: 5,
} as const;

/** The part of a stored code that the rules look at. */
export type SentCode = Pick<
  Document<DataMap['sms_codes']>,
  'sentAt' | 'expiresAt' | 'windowFrom' | 'windowCount' | 'tries'
>;

/** The hour's window after one more code, or undefined when it is too soon or too much. */
export function nextWindow(
  last: SentCode | undefined,
  now: Date,
): Pick<SentCode, 'windowFrom' | 'windowCount'> | undefined {
  const time = now.getTime();
  if (!last) return { windowFrom: now.toISOString(), windowCount: 1 };
  if (time - Date.parse(last.sentAt) < smsRules.pauseMs) return undefined;
  if (time - Date.parse(last.windowFrom) >= smsRules.windowMs)
    return { windowFrom: now.toISOString(), windowCount: 1 };
  if (last.windowCount >= smsRules.mostPerNumber) return undefined;
  return { windowFrom: last.windowFrom, windowCount: last.windowCount + 1 };
}

/** What a try with a code comes to, before the code itself is looked at. */
export function tryOn(sent: SentCode, now: Date): 'may-try' | 'locked' | 'expired' {
  if (Date.parse(sent.expiresAt) <= now.getTime()) return 'expired';
  return sent.tries >= smsRules.mostTries ? 'locked' : 'may-try';
}
