import type { Failure } from '@/contracts/result';
import { mobile, SMS_CODE_MINUTES, smsCode } from '@/contracts/values';

/** Why a proof is asked for; decides the words on the buttons. */
export type ProofPurpose = 'register' | 'changePhone' | 'deregister' | 'guardChild' | 'endGuardianship';

/** The two ways to prove a number. */
export type ProofWay = 'wechat' | 'sms';

/**
 * Whole seconds until another code may be asked for. Reckoned between the server's two instants alone, because a
 * phone's clock may be wrong.
 */
export function secondsToWait({
  expiresAt,
  resendAfter,
}: {
  expiresAt: string;
  resendAfter: string;
}): number {
  const sentAt = Date.parse(expiresAt) - SMS_CODE_MINUTES * 60_000;
  return Math.max(0, Math.ceil((Date.parse(resendAfter) - sentAt) / 1000));
}

/** Whether the text is a number to which a code can be sent. */
export const isMobile = (number: string): boolean => mobile.safeParse(number).success;

/** Whether the text has the shape of a code. */
export const isSmsCode = (code: string): boolean => smsCode.safeParse(code).success;

/** What has happened with codes so far. */
export interface CodeNews {
  /** Why the last proof was not taken. */
  failure: Failure | undefined;
  /** The failure that stood when the newest code was asked for: it says nothing of that one. */
  past: Failure | undefined;
  /** Why no code was sent. */
  unsent: Failure | undefined;
  /** The number to which the newest code was sent. */
  sentTo: string | undefined;
}

/** The newest of it, which alone is shown: an older sentence beside it would contradict it. */
export function newestOf({ failure, past, unsent, sentTo }: CodeNews): Partial<CodeNews> {
  if (failure !== undefined && failure !== past) return { failure };
  return unsent === undefined ? { sentTo } : { failure: unsent };
}
