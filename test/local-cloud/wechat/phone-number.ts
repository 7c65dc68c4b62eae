import { accepted, refused, type WeChatAnswer } from './answer';
import type { OpenApiCall } from './open-api';

/** `phonenumber.getPhoneNumber`: the number behind the button's code. */
export function getPhoneNumber({ input, openid, side }: OpenApiCall): WeChatAnswer {
  const { code } = input;
  if (typeof code !== 'string' || code === '') return refused(40097);
  const owner = typeof input['openid'] === 'string' ? input['openid'] : openid;
  const info = side.codes.exchange(code, owner);
  return info === undefined ? refused(40029) : accepted({ phone_info: info });
}
