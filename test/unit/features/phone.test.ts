import { smsRules } from '../../../cloudfunctions/domain/sms';
import { mobileDigits } from '@/contracts/mobile-digits';
import { phoneCopy } from '@/copy/phone';
import { isMobile, newestOf, secondsToWait } from '@/features/phone/model';

const sentAt = Date.parse('2026-03-02T02:00:00.000Z');
const after = (ms: number) => new Date(sentAt + ms).toISOString();

test('[P02] the wait for the next code is the pause of the rules, reckoned from the two instants of the answer', () => {
  const answer = { expiresAt: after(smsRules.lifeMs), resendAfter: after(smsRules.pauseMs) };
  expect(secondsToWait(answer)).toBe(smsRules.pauseMs / 1000);
  expect(phoneCopy.codeHint).toContain(`${String(smsRules.lifeMs / 60_000)} 分钟内有效`);
});

test.each([
  ['as it is dialled', '13800138000', '13800138000'],
  ['from an address book', '+86 138-0013-8000', '13800138000'],
  ['with the country’s code alone', '8613800138000', '13800138000'],
  ['with the code as dialled from abroad', '0086 138 0013 8000', '13800138000'],
  ['in full-width digits', '＋８６　１３８００１３８０００', '13800138000'],
  ['half typed', '138 00', '13800'],
])('a number %s is taken as its digits', (_, typed, digits) => {
  expect(mobileDigits(typed)).toBe(digits);
});

test.each(['23800138000', '138001380001', '+852 6123 4567', '1380013800'])(
  '%s is not taken for another number',
  (typed) => {
    expect(isMobile(mobileDigits(typed))).toBe(false);
  },
);

describe('what is said of codes', () => {
  const failed = (message: string) => ({ code: 'SMS_CODE_WRONG', message }) as never;
  const none = { failure: undefined, past: undefined, unsent: undefined, sentTo: undefined };
  const sent = { ...none, sentTo: '13800000000' };
  const spent = failed('这个验证码已作废，请重新获取');

  it('is the refusal of a code alone, not beside it that one was sent', () => {
    expect(newestOf({ ...sent, failure: spent })).toEqual({ failure: spent });
  });

  it('is that a new one was sent once it is, or why not', () => {
    expect(newestOf({ ...sent, failure: spent, past: spent })).toEqual({ sentTo: '13800000000' });
    const busy = failed('请稍后再试');
    expect(newestOf({ ...sent, failure: spent, past: spent, unsent: busy })).toEqual({ failure: busy });
  });

  it('is the refusal that comes after', () => {
    const again = failed('验证码不对');
    expect(newestOf({ ...sent, failure: again, past: spent })).toEqual({ failure: again });
    expect(newestOf(none)).toEqual({ sentTo: undefined });
  });
});
