import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Cloud } from '../cloud';
import type { Invocation } from '../functions/cloud-functions';
import { openCloudIds } from '../wechat/cloud-id';
import { badRequest } from './bad-request';
import { jsonObject } from './json-body';

/** `POST /invoke/<function>` and `POST /timer/<function>`. */
export function runDoors(app: FastifyInstance, cloud: Cloud): void {
  app.post<{ Params: { name: string } }>('/invoke/:name', async (request, reply) => {
    const event = jsonObject(request.body);
    if (event === undefined) return badRequest(reply, '请求体必须是 JSON 对象');
    const openid = request.headers['x-openid'];
    const { name } = request.params;
    if (openid === undefined)
      return answer(reply, await cloud.functions.invoke(name, event, { kind: 'console' }));
    if (typeof openid !== 'string' || !/^[\w-]{1,64}$/.test(openid)) {
      return badRequest(reply, 'x-openid 只能由字母、数字、下划线和短横线组成，最多 64 个');
    }
    const opened = openCloudIds(event, openid, cloud.wechat.codes);
    const caller = { kind: 'mini-program', openid, source: 'wx_client', ip: request.ip } as const;
    return answer(reply, await cloud.functions.invoke(name, opened, caller));
  });

  app.post<{ Params: { name: string } }>('/timer/:name', async (request, reply) => {
    const { name } = request.params;
    const invocation = await cloud.timers.run(name);
    if (invocation !== undefined) return answer(reply, invocation);
    return reply.code(404).send({
      code: 'TIMER_NOT_FOUND',
      message: `没有名为 ${name} 的云函数，或它的 config.json 里没有定时触发器`,
    });
  });
}

/** Sends what a function returned, or the platform's error. */
export function answer(reply: FastifyReply, invocation: Invocation): FastifyReply {
  void reply.header('x-request-id', invocation.requestId);
  if (invocation.ok) return reply.type('application/json; charset=utf-8').send(invocation.result);
  const status = invocation.code === 'FUNCTION_NOT_FOUND' ? 404 : 500;
  return reply.code(status).send({ code: invocation.code, message: invocation.message });
}
