import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Cloud } from '../cloud';
import { CloudError } from '../database';
import { DEVELOPER_CREDENTIAL } from '../environment';
import type { FunctionProcess } from '../functions/function-process';
import { callDatabase } from './admin-database';
import { deleteFiles, downloadUrls, uploadMetadata } from './admin-storage';
import { callOpenApi, callOpenApiWithProtobuf } from './admin-wechat';
import { jsonObject } from './json-body';
import { verifySignature } from './signature';
import { WireError } from './wire-error';

/** One signed request: its action's parameters, and the function process that sent it, if one did. */
export interface AdminCall {
  cloud: Cloud;
  params: Record<string, unknown>;
  action: string;
  process: FunctionProcess | undefined;
}

type Route = (call: AdminCall) => Promise<Record<string, unknown> | Buffer>;

const ROUTES: Partial<Record<string, Route>> = {
  'functions.invokeFunction': invokeFunction,
  'storage.getUploadMetadata': uploadMetadata,
  'storage.batchGetDownloadUrl': downloadUrls,
  'storage.batchDeleteFile': deleteFiles,
  'wx.api': callOpenApi,
  'wx.openApi': callOpenApiWithProtobuf,
};

const MAX_BODY = 8 * 1024 * 1024;

/** `POST /admin`: the SDK's wire protocol. Every error is HTTP 200 with a code, as the SDK expects. */
export async function adminDoor(app: FastifyInstance, { cloud }: { cloud: Cloud }): Promise<void> {
  await app.register(multipart, { limits: { fileSize: MAX_BODY, fieldSize: MAX_BODY } });
  app.post('/admin', { bodyLimit: MAX_BODY }, async (request, reply) => {
    const requestId = randomUUID();
    try {
      const answer = await answerTo(cloud, request);
      if (Buffer.isBuffer(answer)) return await reply.type('application/octet-stream').send(answer);
      return await reply.send({ ...answer, requestId });
    } catch (error) {
      if (error instanceof WireError || error instanceof CloudError) {
        return reply.send({ code: error.code, message: error.message, requestId });
      }
      console.error(error);
      return reply.send({ code: 'SYS_ERR', message: 'system error', requestId });
    }
  });
}

async function answerTo(cloud: Cloud, request: FastifyRequest): Promise<Record<string, unknown> | Buffer> {
  const params = await readParams(request);
  const secretId = verifySignature({ url: request.url, headers: request.headers, params }, (id) =>
    id === DEVELOPER_CREDENTIAL.secretId
      ? DEVELOPER_CREDENTIAL.secretKey
      : cloud.functions.processOf(id)?.credential.secretKey,
  );
  if (secretId === undefined)
    throw new WireError('SIGN_PARAM_INVALID', '签名校验失败：密钥不存在或签名不一致');
  const { action } = params;
  if (typeof action !== 'string') throw new WireError('INVALID_PARAM', '缺少 action');
  const call: AdminCall = { cloud, params, action, process: cloud.functions.processOf(secretId) };
  if (action.startsWith('database.')) return callDatabase(call);
  const route = Object.hasOwn(ROUTES, action) ? ROUTES[action] : undefined;
  if (route === undefined) throw new WireError('INVALID_ACTION', `本地云不支持 ${action}`);
  return route(call);
}

async function readParams(request: FastifyRequest): Promise<Record<string, unknown>> {
  if (request.isMultipart()) {
    const params: Record<string, unknown> = {};
    try {
      for await (const part of request.parts()) {
        params[part.fieldname] = part.type === 'file' ? await part.toBuffer() : part.value;
      }
    } catch {
      throw new WireError('INVALID_PARAM', '请求体不是完整的 multipart/form-data');
    }
    return params;
  }
  const params = request.body === undefined ? undefined : jsonObject(request.body);
  if (params === undefined) throw new WireError('INVALID_PARAM', '请求体必须是 JSON 对象');
  return params;
}

async function invokeFunction({ cloud, params, process }: AdminCall): Promise<Record<string, unknown>> {
  const { function_name: name, request_data: text } = params;
  if (typeof name !== 'string') throw new WireError('INVALID_PARAM', '缺少 function_name');
  const event = jsonObject(Buffer.from(typeof text === 'string' ? text : ''));
  if (event === undefined) throw new WireError('INVALID_PARAM', 'request_data 必须是 JSON 对象');
  const first = process?.call;
  const carriesSession = first !== undefined && params['tcb_sessionToken'] === first.sessionToken;
  const person = carriesSession ? first.caller : undefined;
  const outcome = await cloud.functions.invoke(name, event, {
    kind: process === undefined ? 'console' : 'function',
    ...(person?.openid !== undefined && { openid: person.openid }),
    ...(process !== undefined && { source: [person?.source, 'scf'].filter(Boolean).join(',') }),
  });
  if (!outcome.ok) throw new WireError(outcome.code, outcome.message);
  return { data: { response_data: outcome.result } };
}
