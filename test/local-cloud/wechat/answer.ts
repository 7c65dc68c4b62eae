/**
 * WeChat's answer to an open API: `errcode` 0 with more members, or an error. Names are WeChat's own, in snake case.
 */
export interface WeChatAnswer {
  errcode: number;
  errmsg: string;
  [member: string]: unknown;
}

/** An accepted call. */
export function accepted(members: Record<string, unknown> = {}): WeChatAnswer {
  return { errcode: 0, errmsg: 'ok', ...members };
}

/** The error codes of the open APIs that this side knows, with WeChat's wording. */
const ERRORS = {
  40003: 'invalid openid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  43101: 'user refuse to accept the msg',
  44002: 'empty post data',
  47001: 'data format error',
  47003: 'argument invalid!',
} as const;

/** A refused call. */
export function refused(errcode: keyof typeof ERRORS, detail?: string): WeChatAnswer {
  return { errcode, errmsg: detail === undefined ? ERRORS[errcode] : `${ERRORS[errcode]} ${detail}` };
}
