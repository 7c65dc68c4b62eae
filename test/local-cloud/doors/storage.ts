import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Cloud } from '../cloud';

const denied = (reply: FastifyReply, status: number, code: string, message: string) =>
  reply
    .code(status)
    .type('application/xml')
    .send(
      `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message>` +
        '<RequestId>local</RequestId><TraceId>local</TraceId></Error>',
    );

/** `/storage/*`: the bytes of files, by signed addresses alone, as the object store behind CloudBase serves them. */
export function storageDoor(app: FastifyInstance, { files, clock }: Cloud): void {
  const isInTime = (until: number): boolean => until * 1000 > clock.now().getTime();

  app.put<{ Params: { '*': string } }>('/storage/*', async (request, reply) => {
    const path = request.params['*'];
    const { authorization = '' } = request.headers;
    const [until = '', signature = ''] = authorization.split('.');
    if (!files.isSigned('put', path, Number(until), signature) || !isInTime(Number(until)))
      return denied(reply, 403, 'SignatureDoesNotMatch', 'the signature is wrong or too old');
    files.write(path, Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
    return reply.code(200).send('');
  });

  app.get<{ Params: { '*': string }; Querystring: { sign?: string; t?: string } }>(
    '/storage/*',
    async (request, reply) => {
      const path = request.params['*'];
      const { sign = '', t = '' } = request.query;
      if (!files.isSigned('get', path, Number(t), sign) || !isInTime(Number(t)))
        return denied(reply, 403, 'AccessDenied', 'the signature is wrong or too old');
      const bytes = files.read(path);
      if (bytes === undefined) return denied(reply, 404, 'NoSuchKey', 'there is no such file');
      return reply.type('application/octet-stream').send(bytes);
    },
  );
}
