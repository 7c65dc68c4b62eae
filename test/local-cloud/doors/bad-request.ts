import type { FastifyReply } from 'fastify';

/** Refuses a request that cannot be understood, with a sentence for the developer who sent it. */
export function badRequest(reply: FastifyReply, message: string): FastifyReply {
  return reply.code(400).send({ code: 'INVALID_PARAM', message });
}
