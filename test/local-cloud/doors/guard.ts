import type { FastifyReply, FastifyRequest } from 'fastify';

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Lets only this machine's own pages and programs in: a foreign host name means a rebound DNS name, a foreign
 * origin means another site's page is writing through the visitor's browser.
 */
export async function guard(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { host = '', origin } = request.headers;
  if (!LOCAL.has(host.replace(/:\d+$/, '').toLowerCase())) {
    await reply
      .code(403)
      .send({ code: 'INVALID_HOST', message: '本地云只接受对 localhost 或 127.0.0.1 的访问' });
    return;
  }
  const isWriting = request.method !== 'GET' && request.method !== 'HEAD';
  if (isWriting && origin !== undefined && origin !== `http://${host}`) {
    await reply
      .code(403)
      .send({ code: 'INVALID_REQUEST_SOURCE', message: '本地云不接受其他网站的页面发来的请求' });
  }
}
