import protobuf from 'protobufjs';
import type { WeChatAnswer } from './answer';

/** The messages wx-server-sdk wraps an open API's call and answer in; numbers read out of wx-server-sdk 4.0.2. */
const { root } = protobuf.parse(
  `syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; string appid = 6; }
  message CommOpenApiResp {
    bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; int32 svrkitErrorCode = 6;
  }`,
  { keepCase: true },
);
const Request = root.lookupType('CommApiData');
const Response = root.lookupType('CommOpenApiResp');

const OPEN_API = 0;

interface RequestMessage {
  apiType: number;
  openapiData?: { pairs?: { key: string; value: Uint8Array; contenttype?: string }[] };
}

/** Reads the parameters of a call; undefined when the bytes are not one. Each value is JSON, or a file's bytes. */
export function decodeOpenApiCall(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const message = Request.decode(bytes) as unknown as RequestMessage;
    if (message.apiType !== OPEN_API) return undefined;
    const pairs = message.openapiData?.pairs ?? [];
    return Object.fromEntries(
      pairs.map(({ key, value, contenttype }) => [
        key,
        contenttype ? value : (JSON.parse(Buffer.from(value).toString('utf8')) as unknown),
      ]),
    );
  } catch {
    return undefined;
  }
}

/** Writes WeChat's answer. */
export function encodeOpenApiAnswer(answer: WeChatAnswer): Buffer {
  const respData = Buffer.from(JSON.stringify(answer));
  return encode({ respData, contentType: 'application/json; charset=UTF-8', httpCode: 200 });
}

/** Writes the platform's refusal to ask WeChat at all. */
export function encodeOpenApiError(errorCode: number): Buffer {
  return encode({ errorCode });
}

function encode(message: Record<string, unknown>): Buffer {
  return Buffer.from(Response.encode(Response.create(message)).finish());
}
