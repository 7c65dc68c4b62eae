import { OPEN_API_ERRORS, openApi } from '../wechat/open-api';
import type { WeChatAnswer } from '../wechat/answer';
import { decodeOpenApiCall, encodeOpenApiAnswer, encodeOpenApiError } from '../wechat/protobuf';
import type { AdminCall } from './admin';
import { jsonObject } from './json-body';
import { WireError } from './wire-error';

/** `wx.api`, the JSON way of node-sdk's `callWxOpenApi`. */
export async function callOpenApi(call: AdminCall): Promise<Record<string, unknown>> {
  const { requestData } = call.params;
  const input = jsonObject(Buffer.from(typeof requestData === 'string' ? requestData : ''));
  if (input === undefined) throw new WireError('INVALID_PARAM', 'requestData 必须是 JSON 对象');
  const answer = ask(call, input);
  if (typeof answer === 'number') {
    throw new WireError('INVALID_PARAM', `error code: ${String(answer)}, ${MEANING[answer] ?? ''}`);
  }
  return Promise.resolve({ data: { responseData: JSON.stringify(answer) } });
}

/** `wx.openApi`, the protobuf way of wx-server-sdk's `cloud.openapi`. */
export async function callOpenApiWithProtobuf(call: AdminCall): Promise<Buffer> {
  const { requestData } = call.params;
  const input = Buffer.isBuffer(requestData) ? decodeOpenApiCall(requestData) : undefined;
  if (input === undefined) throw new WireError('INVALID_PARAM', 'requestData 不是 CommApiData');
  const answer = ask(call, input);
  return Promise.resolve(
    typeof answer === 'number' ? encodeOpenApiError(answer) : encodeOpenApiAnswer(answer),
  );
}

const MEANING: Partial<Record<number, string>> = {
  [OPEN_API_ERRORS.notFound]: 'API not found',
  [OPEN_API_ERRORS.noPermission]: 'function has no permission to call this API',
  [OPEN_API_ERRORS.illegalSource]: 'illegal source of invocation',
};

function ask({ cloud, params, process }: AdminCall, input: Record<string, unknown>): WeChatAnswer | number {
  const name = typeof params['apiName'] === 'string' ? params['apiName'] : '';
  const api = openApi(name);
  if (api === undefined) return OPEN_API_ERRORS.notFound;
  if (process?.call === undefined) return OPEN_API_ERRORS.illegalSource;
  if (!process.manifest.openapi.includes(name)) return OPEN_API_ERRORS.noPermission;
  return api({ input, openid: process.call.caller.openid, side: cloud.wechat });
}
