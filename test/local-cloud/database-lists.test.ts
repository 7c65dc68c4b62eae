import { temporaryDatabase, wire, ejson } from './database/testing/wire';
import type { Document } from './database/types';

describe('an indexed read of rows that hold a list', () => {
  const byTerm = {
    name: 'by_term',
    fields: ['terms', 'newest'].map((field) => ({ field, direction: 1 as const })),
    unique: false,
  };
  /** Every row has the term `common`, each tenth `some`, one alone `rare`. */
  const termsOf = (i: number) => [
    'common',
    ...(i % 10 === 0 ? ['some'] : []),
    ...(i === 470 ? ['rare'] : []),
  ];

  async function examined(query: Document, limit: number) {
    const { database, discard } = temporaryDatabase();
    database.provision([{ name: 'rows', indexes: [byTerm] }]);
    const table = wire(database, 'rows');
    await table.add(...Array.from({ length: 1000 }, (_, i) => ({ _id: i, newest: i, terms: termsOf(i) })));
    const before = database.stats();
    const found = await table.find(query, { order: ejson({ newest: -1 }), limit });
    const { scans, examinedDocs } = database.stats();
    await discard();
    expect(scans).toBe(before.scans);
    return { ids: found.map((row) => row['_id']), docs: examinedDocs - before.examinedDocs };
  }

  test('reads one element’s rows in the order asked for, and stops at the limit', async () => {
    expect(await examined({ terms: 'common', newest: { $lt: 900 } }, 3)).toEqual({
      ids: [899, 898, 897],
      docs: 3,
    });
  });

  test('goes in by the rarest where several must be there', async () => {
    const { ids, docs } = await examined({ terms: { $all: ['common', 'some', 'rare'] } }, 20);
    expect(ids).toEqual([470]);
    expect(docs).toBe(1);
  });
});
