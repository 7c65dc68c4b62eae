import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EJSON } from 'bson';
import { openDatabase, type Database, type DatabaseOptions } from '..';
import type { Document } from '../types';

/** Canonical EJSON, as the SDK sends it. */
export const ejson = (value: unknown): string => EJSON.stringify(value, { relaxed: false });

/** The wire's actions as plain functions, for tests that do not need the SDK. */
export function wire(database: Database, collectionName: string) {
  const call = (action: string, params: Document) =>
    database.call(`database.${action}`, { collectionName, ...params });
  const list = async (answer: Promise<Document>) =>
    ((await answer) as { data: { list: string[] } }).data.list.map((text) => EJSON.parse(text) as Document);
  return {
    add: async (...documents: Document[]) =>
      ((await call('insertDocument', { data: documents.map(ejson) })) as { data: { insertedIds: unknown[] } })
        .data.insertedIds,
    addIn: (transactionId: string, ...documents: Document[]) =>
      call('insertDocument', { data: documents.map(ejson), transactionId }),
    find: (query: Document, more: Document = {}) =>
      list(call('getDocument', { queryType: 'WHERE', query: ejson(query), limit: 1000, ...more })),
    update: async (query: Document, data: Document, more: Document = {}) =>
      (
        (await call('modifyDocument', {
          query: ejson(query),
          data: ejson(data),
          multi: true,
          merge: true,
          upsert: false,
          ...more,
        })) as { data: { updated: number } }
      ).data.updated,
    remove: async (query: Document, more: Document = {}) =>
      (
        (await call('removeDocument', { query: ejson(query), multi: true, ...more })) as {
          data: { deleted: number };
        }
      ).data.deleted,
    count: async (query: Document) =>
      ((await call('calculateDocument', { query: ejson(query) })) as { data: { total: number } }).data.total,
    start: async () => ((await call('startTransaction', {})) as { transactionId: string }).transactionId,
    commit: (transactionId: string) => call('commitTransaction', { transactionId }),
    abort: (transactionId: string) => call('abortTransaction', { transactionId }),
    call,
  };
}

/** A database in a folder of its own, closed and removed by `discard`. */
export function temporaryDatabase(options: Partial<DatabaseOptions> = {}) {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'local-database-'));
  const database = openDatabase({ now: () => new Date(), ...options, dir });
  const discard = async () => {
    await database.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { database, dir, discard };
}
