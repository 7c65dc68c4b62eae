import type { WeChatAnswer } from './answer';
import { msgSecCheck } from './content-check';
import { mediaCheckAsync } from './media-check';
import { getPhoneNumber } from './phone-number';
import type { WeChatSide } from './side';
import { sendSms } from './sms';
import { sendSubscribeMessage } from './subscribe-message';

/** One call of an open API: WeChat's own parameter names (snake case), and the person the calling function serves. */
export interface OpenApiCall {
  input: Record<string, unknown>;
  openid: string | undefined;
  side: WeChatSide;
}

type OpenApi = (call: OpenApiCall) => WeChatAnswer;

/** The open APIs played here, by their names for functions. */
const OPEN_APIS: Partial<Record<string, OpenApi>> = {
  'phonenumber.getPhoneNumber': getPhoneNumber,
  'subscribeMessage.send': sendSubscribeMessage,
  'cloudbase.sendSms': sendSms,
  'security.msgSecCheck': msgSecCheck,
  'security.mediaCheckAsync': mediaCheckAsync,
};

/** Finds an open API; undefined when this machine does not play it. */
export function openApi(name: string): OpenApi | undefined {
  return Object.hasOwn(OPEN_APIS, name) ? OPEN_APIS[name] : undefined;
}

/** The platform's errors before WeChat is even asked. */
export const OPEN_API_ERRORS = {
  notFound: -604100,
  noPermission: -604101,
  illegalSource: -604104,
} as const;
