import { EJSON } from 'bson';
import type { Database } from '../database';

/** A stored row as it lies in the database. */
export type StoredRow = Record<string, unknown> & { _id: string };

/** Reads rows the way the SDK does; `newestBy` names the column of time to order by. */
export async function readRows(
  database: Database,
  collectionName: string,
  query: Record<string, unknown>,
  { limit = 100, newestBy }: { limit?: number; newestBy?: string | undefined } = {},
): Promise<StoredRow[]> {
  const answer = await database.call('database.getDocument', {
    collectionName,
    queryType: 'WHERE',
    query: EJSON.stringify(query, { relaxed: false }),
    limit,
    ...(newestBy !== undefined && { order: JSON.stringify({ [newestBy]: -1 }) }),
  });
  const { list } = answer['data'] as { list: string[] };
  return list.map((text) => EJSON.parse(text) as StoredRow);
}
