import { randomBytes } from 'node:crypto';
import fastify from 'fastify';
import { jsonObject } from '../doors/json-body';
import { loadCertificate } from './certificate';
import { ReferenceRecipient } from './recipient';

/** The two reference recipients, listening. */
export interface RecipientsSide {
  recipients: readonly ReferenceRecipient[];
  /** The setting from which the functions know them. */
  connections: Record<string, string>;
  /** The certificate by which a function process trusts them. */
  trust: Record<string, string>;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const token = () => randomBytes(24).toString('base64url');

/**
 * Starts the reference recipients over HTTPS on a port of their own: `visit` deletes at once, `survey` says that it
 * will and has deleted by the next time it is asked. Their two calls are the ones any recipient must offer: `POST
 * /<recipient>/people {reference, fields}` and `POST /<recipient>/deletions {reference, fields?}`.
 */
export async function startRecipients(dir: string): Promise<RecipientsSide> {
  const certificate = await loadCertificate(dir);
  const recipients = [
    new ReferenceRecipient('visit', token(), 'at once'),
    new ReferenceRecipient('survey', token(), 'later'),
  ];
  const app = fastify({
    https: { key: certificate.key, cert: certificate.cert },
    forceCloseConnections: true,
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.post<{ Params: { id: string; what: string } }>('/:id/:what', async (request, reply) => {
    const { id, what } = request.params;
    const recipient = recipients.find((each) => each.id === id);
    if (recipient === undefined) return reply.code(404).send();
    if (request.headers.authorization !== `Bearer ${recipient.token}`) return reply.code(401).send();
    if (recipient.answers !== null) return reply.code(recipient.answers).send();
    const key = request.headers['idempotency-key'];
    const { reference, fields } = jsonObject(request.body) ?? {};
    if (typeof key !== 'string' || typeof reference !== 'string') return reply.code(400).send();
    if (what === 'people' && typeof fields === 'object' && fields !== null)
      return reply.code(recipient.take(key, reference, fields as Record<string, unknown>)).send();
    if (what === 'deletions')
      return reply
        .code(recipient.forget(key, reference, Array.isArray(fields) ? fields.map(String) : []))
        .send();
    return reply.code(400).send();
  });
  await app.listen({ host: HOST, port: 0 });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const connections = recipients.map(
    ({ id, token }) => [id, { url: `https://${HOST}:${String(port)}/${id}`, token }] as const,
  );
  return {
    recipients,
    connections: { RECIPIENTS: JSON.stringify(Object.fromEntries(connections)) },
    trust: { NODE_EXTRA_CA_CERTS: certificate.file },
    stop: () => app.close(),
  };
}
