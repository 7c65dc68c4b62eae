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
