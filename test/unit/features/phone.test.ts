import { smsRules } from '../../../cloudfunctions/domain/sms';
import { phoneCopy } from '@/copy/phone';
import { secondsToWait } from '@/features/phone/model';

const sentAt = Date.parse('2026-03-02T02:00:00.000Z');
const after = (ms: number) => new Date(sentAt + ms).toISOString();

test('[P02] the wait for the next code is the pause of the rules, reckoned from the two instants of the answer', () => {
  const answer = { expiresAt: after(smsRules.lifeMs), resendAfter: after(smsRules.pauseMs) };
  expect(secondsToWait(answer)).toBe(smsRules.pauseMs / 1000);
  expect(phoneCopy.codeHint).toContain(`${String(smsRules.lifeMs / 60_000)} 分钟内有效`);
});
