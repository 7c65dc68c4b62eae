import { TRANSACTION_LIFETIME } from './database/transactions/transactions';
import { codeOf } from './conformance/case';
import { ejson, temporaryDatabase, wire } from './database/testing/wire';

const PLAN = {
  name: 'rows',
  indexes: [{ name: 'by_code', fields: [{ field: 'code', direction: 1 as const }], unique: true }],
};

/** A database with one document, whose transactions live for `lifetime` milliseconds. */
async function prepared(lifetime?: number, now = () => new Date()) {
  const { database, discard } = temporaryDatabase({
    now,
    ...(lifetime === undefined ? {} : { transactionLifetime: lifetime }),
  });
  database.provision([PLAN]);
  const rows = wire(database, 'rows');
  await rows.add({ _id: 'a', code: 1, n: 1 });
  return { rows, discard };
}

describe('a transaction', () => {
  test('lives for 30 seconds unless told otherwise', () => {
    expect(TRANSACTION_LIFETIME).toBe(30_000);
  });

  test('that outlives its time is gone, and gives back what it held', async () => {
    const { rows, discard } = await prepared(80);
    const transaction = await rows.start();
    await rows.update({ _id: 'a' }, { $inc: { n: 1 } }, { transactionId: transaction, multi: false });
    // A direct write waits for the transaction, and goes through when it expires.
    expect(await rows.update({ _id: 'a' }, { $inc: { n: 10 } })).toBe(1);
    expect(await codeOf(rows.commit(transaction))).toBe('DATABASE_TRANSACTION_FAIL');
    expect(await rows.find({})).toMatchObject([{ n: 11 }]);
    await discard();
  });

  test('does not age by time travel', async () => {
    let now = new Date('2026-01-01');
    const { rows, discard } = await prepared(undefined, () => now);
    const transaction = await rows.start();
    await rows.addIn(transaction, { _id: 'b', code: 2 });
    now = new Date('2027-01-01');
    await rows.commit(transaction);
    expect(await rows.count({})).toBe(2);
    await discard();
  });

  test('makes a direct write to the same document wait for its commit, so that neither is lost', async () => {
    const { rows, discard } = await prepared();
    const transaction = await rows.start();
    await rows.update({ _id: 'a' }, { $inc: { n: 1 } }, { transactionId: transaction, multi: false });
    const waiting = rows.update({ code: 1 }, { $inc: { n: 10 } });
    await rows.commit(transaction);
    expect(await waiting).toBe(1);
    expect(await rows.find({})).toMatchObject([{ n: 12 }]);
    await discard();
  });

  test('makes a direct write to a unique key that it took wait: committed it is a duplicate, aborted it is free', async () => {
    const { rows, discard } = await prepared();
    for (const [end, expected] of [
      ['abort', 'no error'],
      ['commit', 'DATABASE_DUPLICATE_WRITE'],
    ] as const) {
      const transaction = await rows.start();
      const code = end === 'abort' ? 7 : 8;
      await rows.addIn(transaction, { code });
      const waiting = codeOf(rows.add({ code }));
      await rows[end](transaction);
      expect(await waiting).toBe(expected);
    }
    await discard();
  });

  test('makes a direct write to a unique key that it frees wait', async () => {
    const { rows, discard } = await prepared();
    const transaction = await rows.start();
    await rows.remove({ _id: 'a' }, { transactionId: transaction, multi: false });
    const waiting = codeOf(rows.add({ _id: 'b', code: 1 }));
    await rows.commit(transaction);
    expect(await waiting).toBe('no error');
    await discard();
  });

  test('ends at its first error, as in MongoDB', async () => {
    const { rows, discard } = await prepared();
    const transaction = await rows.start();
    expect(await codeOf(rows.addIn(transaction, { code: 1 }))).toBe('DATABASE_DUPLICATE_WRITE');
    expect(await codeOf(rows.commit(transaction))).toBe('DATABASE_TRANSACTION_FAIL');
    await discard();
  });

  test('sees its snapshot in sorted and limited reads, whatever others write', async () => {
    const { rows, discard } = await prepared();
    await rows.add(
      ...Array.from({ length: 20 }, (_, i) => ({
        _id: `r${String(i).padStart(2, '0')}`,
        code: 100 + i,
        n: i,
      })),
    );
    const transaction = await rows.start();
    const read = () =>
      rows.find({ code: { $gte: 100 } }, { transactionId: transaction, order: ejson({ code: 1 }), limit: 5 });
    const before = await read();
    await rows.remove({ code: { $lt: 103 } });
    await rows.add({ _id: 'early', code: 99.5 }, { _id: 'first', code: 100.5 });
    await rows.update({ code: 104 }, { $set: { code: 500 } });
    expect(await read()).toEqual(before);
    await rows.addIn(transaction, { _id: 'own', code: 100.25 });
    expect((await read()).map((row) => row['code'])).toEqual([100, 100.25, 101, 102, 103]);
    await rows.abort(transaction);
    await discard();
  });
});

describe('a unique index', () => {
  test('that the data breaks is not made, and the collection stays as it was', async () => {
    const { database, discard } = temporaryDatabase();
    database.provision([{ name: 'rows', indexes: [] }]);
    const rows = wire(database, 'rows');
    await rows.add({ code: 1 }, { code: 1 });
    expect(() => {
      database.provision([PLAN]);
    }).toThrow('E11000');
    expect(database.collections()).toEqual([{ name: 'rows', count: 2, indexes: [] }]);
    await discard();
  });

  test('is dropped when the plan no longer has it, and provisioning again changes nothing', async () => {
    const { database, discard } = temporaryDatabase();
    database.provision([PLAN]);
    database.provision([PLAN]);
    expect(database.collections()[0]?.indexes).toEqual(PLAN.indexes);
    database.provision([{ name: 'rows', indexes: [] }]);
    await wire(database, 'rows').add({ code: 1 }, { code: 1 });
    expect(database.collections()[0]).toEqual({ name: 'rows', count: 2, indexes: [] });
    await discard();
  });
});
