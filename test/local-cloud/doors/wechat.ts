import type { FastifyInstance } from 'fastify';
import type { Cloud } from '../cloud';
import { EVENT_FUNCTION, pushed } from '../wechat/event';
import { badRequest } from './bad-request';
import { jsonObject } from './json-body';
import { answer } from './run';

const OPENID = /^[\w-]{1,64}$/;
const MOBILE = /^1[3-9]\d{9}$/;

/** `/wechat/*`: what the phone and WeChat's servers do in the real world. */
export function wechatDoors(app: FastifyInstance, { wechat, functions, clock }: Cloud): void {
  app.post('/wechat/phone', async (request, reply) => {
    const { openid, number } = jsonObject(request.body) ?? {};
    if (typeof openid !== 'string' || !OPENID.test(openid))
      return badRequest(reply, 'openid 必须是小程序用户的标识');
    if (typeof number !== 'string' || !MOBILE.test(number))
      return badRequest(reply, 'number 必须是 11 位手机号');
    return wechat.codes.grant(openid, number);
  });

  app.post('/wechat/number', async (request, reply) => {
    const { openid, number } = jsonObject(request.body) ?? {};
    if (typeof openid !== 'string' || !OPENID.test(openid))
      return badRequest(reply, 'openid 必须是小程序用户的标识');
    if (number !== null && (typeof number !== 'string' || !MOBILE.test(number)))
      return badRequest(reply, 'number 必须是 11 位手机号；null 表示没有绑定');
    if (number === null) wechat.numbers.delete(openid);
    else wechat.numbers.set(openid, number);
    return { openid, number };
  });

  app.get<{ Querystring: { openid?: string } }>('/wechat/number', async (request) =>
    Promise.resolve({ number: wechat.numbers.get(request.query.openid ?? '') ?? null }),
  );

  app.get('/wechat/outbox', async () => Promise.resolve(wechat.outbox.list()));

  app.post('/wechat/subscription', async (request, reply) => {
    const { openid, accepts } = jsonObject(request.body) ?? {};
    if (typeof openid !== 'string' || !OPENID.test(openid))
      return badRequest(reply, 'openid 必须是小程序用户的标识');
    if (typeof accepts !== 'boolean') return badRequest(reply, 'accepts 必须是 true 或 false');
    if (accepts) wechat.declined.delete(openid);
    else wechat.declined.add(openid);
    return { openid, accepts };
  });

  app.post('/wechat/event', async (request, reply) => {
    const body = jsonObject(request.body);
    if (body === undefined) return badRequest(reply, '请求体必须是 JSON 对象');
    const { openid, ...members } = body;
    if (typeof members['Event'] !== 'string') return badRequest(reply, 'Event 必须是微信事件名');
    const openId = typeof openid === 'string' ? openid : members['OpenID'];
    const whom = typeof openId === 'string' && { FromUserName: openId, OpenID: openId };
    const event = pushed({ ...whom, ...members }, clock.now());
    return answer(
      reply,
      await functions.invoke(EVENT_FUNCTION, event, {
        kind: 'wechat',
        ...(typeof openId === 'string' && { openid: openId }),
      }),
    );
  });
}
