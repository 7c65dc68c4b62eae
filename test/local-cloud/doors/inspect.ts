import type { FastifyInstance } from 'fastify';
import type { Cloud } from '../cloud';
import { badRequest } from './bad-request';

type ListedFunction = ReturnType<Cloud['functions']['list']>[number];

const MAX_PAGE = 100;

/** `/api/*` and `/logs`: what the workbench and the console show. */
export function inspectDoors(app: FastifyInstance, cloud: Cloud): void {
  const { database, functions, timers, clock, logs, wechat, faults } = cloud;
  app.get('/logs', async () => Promise.resolve(logs.entries()));
  app.get('/api/logs', async () => Promise.resolve(logs.entries()));
  app.get('/api/outbox', async () => Promise.resolve(wechat.outbox.list()));
  app.get('/api/faults', async () => Promise.resolve(faults.list()));
  app.get('/api/timers', async () => Promise.resolve(timers.list()));
  app.get('/api/clock', async () =>
    Promise.resolve({ now: clock.now().toISOString(), travelled: clock.offset() !== 0 }),
  );
  app.get('/api/functions', async () => Promise.resolve(functions.list().map(shownFunction)));
  app.get('/api/collections', async () => Promise.resolve(database.collections()));

  app.get<{ Params: { name: string }; Querystring: { offset?: string; limit?: string } }>(
    '/api/collections/:name',
    async (request, reply) => {
      const { name } = request.params;
      const offset = Number(request.query.offset ?? 0);
      const limit = Number(request.query.limit ?? 20);
      if (!isBetween(offset, 0, Number.MAX_SAFE_INTEGER) || !isBetween(limit, 1, MAX_PAGE)) {
        return badRequest(reply, `offset 从 0 起，limit 在 1 到 ${String(MAX_PAGE)} 之间`);
      }
      const collection = database.collections().find((one) => one.name === name);
      if (collection === undefined) {
        return reply
          .code(404)
          .send({ code: 'DATABASE_COLLECTION_NOT_EXIST', message: `没有名为 ${name} 的集合` });
      }
      const documents = database.documents(name, { offset, limit });
      return { collection: name, total: collection.count, offset, limit, documents };
    },
  );
}

/** Where a bundle lies on this machine is nobody's business on a page. */
function shownFunction({ name, timeout, memorySize, triggers, openapi, callers, pool }: ListedFunction) {
  return { name, timeout, memorySize, triggers, openapi, callers, pool };
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
