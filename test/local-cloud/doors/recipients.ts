import type { FastifyInstance } from 'fastify';
import type { ReferenceRecipient } from '../recipients/recipient';
import { badRequest } from './bad-request';
import { jsonObject } from './json-body';

/** `GET /recipients`: what the reference recipients hold; `POST /recipients` plays one in trouble. */
export function recipientDoors(app: FastifyInstance, recipients: readonly ReferenceRecipient[]): void {
  app.get('/recipients', async () => Promise.resolve(recipients.map((each) => each.state())));

  app.post('/recipients', async (request, reply) => {
    const { recipient, answers } = jsonObject(request.body) ?? {};
    const found = recipients.find(({ id }) => id === recipient);
    if (found === undefined) return badRequest(reply, 'recipient 必须是 visit 或 survey');
    if (answers !== null && (!Number.isInteger(answers) || Number(answers) < 200 || Number(answers) > 599))
      return badRequest(reply, 'answers 必须是 HTTP 状态码；null 表示照常工作');
    found.answers = answers === null ? null : Number(answers);
    return found.state();
  });
}
