import type { FastifyInstance } from 'fastify';
import { parseInstant } from '../clock';
import type { Cloud } from '../cloud';
import { parseFault } from '../faults';
import { badRequest } from './bad-request';
import { jsonObject } from './json-body';

/** `/clock` and `/faults`: what only a test or a trial may do to the world. */
export function playDoors(app: FastifyInstance, { clock, faults }: Cloud): void {
  app.post('/clock', async (request, reply) => {
    const body = jsonObject(request.body);
    const to = body?.['now'] === null ? null : parseInstant(body?.['now']);
    if (to === undefined) {
      return badRequest(
        reply,
        'now 必须是带时区的 ISO 时间，例如 2025-05-01T09:00:00+08:00；null 表示回到现在',
      );
    }
    clock.travel(to);
    return { now: clock.now().toISOString(), travelled: clock.offset() !== 0 };
  });

  app.get('/faults', async () => Promise.resolve(faults.list()));
  app.delete('/faults', async () => {
    faults.clear();
    return Promise.resolve([]);
  });
  app.post('/faults', async (request, reply) => {
    const body = jsonObject(request.body);
    if (body === undefined) return badRequest(reply, '请求体必须是 JSON 对象');
    if (Object.keys(body).length === 0) {
      faults.clear();
      return faults.list();
    }
    const fault = parseFault(body);
    if (typeof fault === 'string') return badRequest(reply, fault);
    faults.add(fault);
    return faults.list();
  });
}
