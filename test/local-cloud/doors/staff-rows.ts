import type { FastifyInstance } from 'fastify';
import { EJSON } from 'bson';
import type { Cloud } from '../cloud';
import { CloudError } from '../database';
import { badRequest } from './bad-request';
import { jsonObject } from './json-body';
import { readRows } from './wire-read';

const DECISIONS = 'staff_decisions';
/** As many of their rows as staff look at at once. */
const MOST = 50;

/** `/api/staff-decisions`: the one row that staff may write, and what became of those they wrote. */
export function staffRowDoors(app: FastifyInstance, { database, upkeep }: Cloud): void {
  // Like the real console's database page this checks nothing but the form: the timer judges the row.
  app.post('/api/staff-decisions', async (request, reply) => {
    const row = jsonObject(request.body);
    if (row === undefined || Object.keys(row).length === 0)
      return badRequest(reply, '请求体必须是 JSON 对象');
    try {
      const data = [EJSON.stringify(row, { relaxed: false })];
      const answer = await database.call('database.insertDocument', { collectionName: DECISIONS, data });
      upkeep.touched();
      return await reply.code(201).send(answer['data']);
    } catch (error) {
      if (error instanceof CloudError) return badRequest(reply, error.message);
      throw error;
    }
  });

  app.get<{ Querystring: { ids?: string } }>('/api/staff-decisions', async (request) => {
    const ids = (request.query.ids ?? '').split(',').slice(0, MOST);
    return readRows(database, DECISIONS, { _id: { $in: ids } }, { limit: MOST });
  });
}
