import { smsWords } from '../../../cloudfunctions/copy/messages';
import { accepted, refused, type WeChatAnswer } from './answer';
import type { OpenApiCall } from './open-api';

/** The notices that the trial operator has had approved, each under its own name. */
const NOTICES: Readonly<Partial<Record<string, { text: string }>>> = smsWords;
const NUMBER = /^\+86(1[3-9]\d{9})$/;

/** `cloudbase.sendSms`: a template SMS to up to 1000 mainland numbers in `+86` form. */
export function sendSms({ input, side }: OpenApiCall): WeChatAnswer {
  const { phone_number_list: numbers, template_id: template, template_param_list: values = [] } = input;
  if (!Array.isArray(numbers) || numbers.length === 0 || numbers.length > 1000) return refused(40097);
  if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) return refused(40097);
  if (typeof template !== 'string') return refused(40097);
  const words = template === side.templates.sms ? codeText(values) : NOTICES[template]?.text;
  if (words === undefined) return refused(40037);
  const send_status_list = numbers.map((number: unknown) => {
    const national = typeof number === 'string' ? NUMBER.exec(number)?.[1] : undefined;
    if (national === undefined) {
      return {
        phone_number: String(number),
        code: 'InvalidParameterValue.IncorrectPhoneNumber',
        message: '号码格式错误',
      };
    }
    side.outbox.add({
      to: national,
      kind: 'sms',
      text: `【弹性定价开源共创】${filled(words, values)}`,
      template,
      data: values,
      at: side.clock.now().toISOString(),
    });
    return { phone_number: String(number), code: 'Ok', message: 'send success', iso_code: 'CN' };
  });
  return accepted({ send_status_list });
}

/** The trial template of a code: the code, and its life when given. */
function codeText([, minutes]: string[]): string {
  return `您的验证码是 {1}${minutes === undefined ? '' : '，{2} 分钟内有效'}。如非本人操作，请忽略本短信。`;
}

/** A template's text with its blanks filled in order, from `{1}` on. */
const filled = (text: string, values: readonly string[]): string =>
  text.replace(/\{(\d+)\}/g, (_, place: string) => values[Number(place) - 1] ?? '');
