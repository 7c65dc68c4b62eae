import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Answers what went wrong before or outside a door: a body too large or broken off, or a bug. `/admin` speaks HTTP 200
 * even then. A bug's details go to the terminal, not to the caller.
 */
export function refuse(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status >= 500) console.error(error);
  const isTooLarge = status === 413;
  const body = isTooLarge
    ? { code: 'EXCEED_REQUEST_SIZE_LIMIT', message: '请求体超过上限' }
    : status < 500
      ? { code: 'INVALID_PARAM', message: error.message }
      : { code: 'SYS_ERR', message: 'system error' };
  return request.url.startsWith('/admin')
    ? reply.code(200).send({ ...body, requestId: randomUUID() })
    : reply.code(status).send(body);
}
