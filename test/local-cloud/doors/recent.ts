import type { FastifyInstance } from 'fastify';
import { dataMap } from '../../../src/contracts/data-map';
import type { Collection } from '../../../src/contracts/data-map/grammar';
import { instant } from '../../../src/contracts/values';
import type { Cloud } from '../cloud';
import { readRows, type StoredRow } from './wire-read';

/** A collection with its newest rows. */
export interface RecentRows {
  name: string;
  count: number;
  rows: StoredRow[];
}

const NEWEST = 20;
/** Sorting more than this at every look would slow the machine; then any rows are shown. */
const SORTABLE = 2000;

/** The first declared column that is an instant: when the row came to be. */
function timeColumn(name: string): string | undefined {
  const declared = (dataMap as Readonly<Record<string, Collection>>)[name];
  return Object.entries(declared?.fields ?? {}).find(([, { schema }]) => schema === instant)?.[0];
}

/** `GET /api/recent`: every collection's newest rows at once, for a page that looks every second. */
export function recentDoor(app: FastifyInstance, { database }: Cloud): void {
  app.get('/api/recent', async () => {
    const recent: RecentRows[] = [];
    for (const { name, count } of database.collections()) {
      const newestBy = count <= SORTABLE ? timeColumn(name) : undefined;
      recent.push({ name, count, rows: await readRows(database, name, {}, { limit: NEWEST, newestBy }) });
    }
    return recent;
  });
}
