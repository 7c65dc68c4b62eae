import { codeOf, contentOf, fails, ids, type Case } from '../case';
import type { Query, Transaction } from '../sdk-types';

const ONE = [{ _id: 'a', n: 1 }];
/** The rows as a transaction sees them. */
const seen = (transaction: Transaction, rows: Query) => transaction.collection(rows.name);

/** Transactions: isolation, conflicts, their end. */
export const TRANSACTIONS: Case[] = [
  {
    name: 'commit makes the writes real, and only then',
    given: ONE,
    run: async ({ db, rows }) => {
      const transaction = await db.startTransaction();
      await seen(transaction, rows).doc('a').update({ n: 2 });
      await seen(transaction, rows).add({ _id: 'b' });
      const before = [await contentOf(rows, 'a'), await contentOf(rows, 'b')];
      await transaction.commit();
      return [before, await contentOf(rows, 'a'), await contentOf(rows, 'b')];
    },
    expect: [[{ n: 1 }, null], { n: 2 }, {}],
  },
  {
    name: 'rollback undoes the writes',
    given: ONE,
    run: async ({ db, rows }) => {
      const transaction = await db.startTransaction();
      await seen(transaction, rows).doc('a').remove();
      await transaction.rollback();
      return contentOf(rows, 'a');
    },
    expect: { n: 1 },
  },
  {
    name: 'a transaction sees its own writes through doc() and where()',
    given: ONE,
    run: ({ db, rows }) =>
      db.runTransaction(async (transaction) => {
        await seen(transaction, rows).doc('a').set({ n: 5 });
        await seen(transaction, rows).add({ _id: 'b', n: 5 });
        return [
          (await seen(transaction, rows).doc('a').get()).data,
          await ids(seen(transaction, rows).where({ n: 5 }).get()),
        ];
      }),
    expect: [{ _id: 'a', n: 5 }, ['a', 'b']],
  },
  {
    name: 'doc().get() of a missing document is null inside a transaction',
    run: ({ db, rows }) =>
      db.runTransaction(async (transaction) => (await seen(transaction, rows).doc('none').get()).data),
    expect: null,
  },
  {
    name: 'a transaction reads the state of its first operation',
    given: ONE,
    run: async ({ db, rows }) => {
      const transaction = await db.startTransaction();
      await seen(transaction, rows).doc('a').get();
      await rows.doc('a').update({ n: 9 });
      await rows.add({ _id: 'b', n: 9 });
      const inside = [
        (await seen(transaction, rows).doc('a').get()).data?.['n'],
        await ids(seen(transaction, rows).where({ n: 9 }).get()),
      ];
      await transaction.commit();
      return inside;
    },
    expect: [1, []],
  },
  {
    name: 'two transactions on one document: the second write is a conflict',
    given: ONE,
    run: async ({ db, rows }) => {
      const [first, second] = [await db.startTransaction(), await db.startTransaction()];
      await seen(first, rows).doc('a').update({ n: 2 });
      const code = await codeOf(seen(second, rows).doc('a').update({ n: 3 }));
      await first.commit();
      return [code, await contentOf(rows, 'a')];
    },
    expect: ['DATABASE_TRANSACTION_CONFLICT', { n: 2 }],
  },
  {
    name: 'a write over what changed after the snapshot is a conflict',
    given: ONE,
    run: async ({ db, rows }) => {
      const transaction = await db.startTransaction();
      await seen(transaction, rows).doc('a').get();
      await rows.doc('a').update({ n: 9 });
      return seen(transaction, rows).doc('a').update({ n: 3 });
    },
    expect: fails('DATABASE_TRANSACTION_CONFLICT'),
  },
  {
    name: 'two transactions on one unique key: the second is a conflict',
    run: async ({ db, unique }) => {
      const [first, second] = [await db.startTransaction(), await db.startTransaction()];
      await seen(first, unique).add({ _id: 'x', code: 1, owner: 'a' });
      const code = await codeOf(seen(second, unique).add({ _id: 'y', code: 1, owner: 'b' }));
      await first.commit();
      return code;
    },
    expect: 'DATABASE_TRANSACTION_CONFLICT',
  },
  {
    name: 'a unique key taken before the transaction is a duplicate',
    run: async ({ db, unique }) => {
      await unique.add({ code: 1, owner: 'a' });
      const transaction = await db.startTransaction();
      return seen(transaction, unique).add({ code: 1, owner: 'b' });
    },
    expect: fails('DATABASE_DUPLICATE_WRITE', 'DATABASE_REQUEST_FAILED'),
  },
  {
    name: 'a unique key may move inside one transaction',
    run: async ({ db, unique }) => {
      await unique.add({ _id: 'x', code: 1, owner: 'a' });
      await db.runTransaction(async (transaction) => {
        await seen(transaction, unique).doc('x').remove();
        await seen(transaction, unique).add({ _id: 'y', code: 1, owner: 'a' });
      });
      return ids(unique.where({ code: 1 }).get());
    },
    expect: ['y'],
  },
  {
    name: 'where().update() in a transaction runs outside it',
    given: ONE,
    run: async ({ db, rows }) => {
      const transaction = await db.startTransaction();
      await seen(transaction, rows).where({ n: 1 }).update({ n: 2 });
      await transaction.rollback();
      return contentOf(rows, 'a');
    },
    expect: { n: 2 },
  },
  {
    name: 'where().remove() and count() in a transaction run outside it',
    given: ONE,
    run: async ({ db, rows }) => {
      const transaction = await db.startTransaction();
      await seen(transaction, rows).add({ _id: 'b', n: 1 });
      const { total } = await seen(transaction, rows).where({ n: 1 }).count();
      await seen(transaction, rows).where({ _id: 'a' }).remove();
      await transaction.rollback();
      return [total, await contentOf(rows, 'a')];
    },
    expect: [1, null],
  },
  {
    name: 'updateAndReturn takes part in the transaction',
    given: ONE,
    run: async ({ db, rows, _ }) => {
      const transaction = await db.startTransaction();
      const { doc } = await seen(transaction, rows)
        .where({ _id: 'a' })
        .updateAndReturn({ n: _.inc(1) });
      await transaction.rollback();
      return [doc, await contentOf(rows, 'a')];
    },
    expect: [{ _id: 'a', n: 2 }, { n: 1 }],
  },
  {
    name: 'runTransaction runs again after a conflict, and loses nothing',
    given: [{ _id: 'sum', n: 0 }],
    run: async ({ db, rows, _ }) => {
      const add = () =>
        db.runTransaction(async (transaction) => {
          const { data } = await seen(transaction, rows).doc('sum').get();
          await seen(transaction, rows)
            .doc('sum')
            .update({ n: Number(data?.['n']) + 1 });
        });
      const codes = await Promise.all([codeOf(add()), codeOf(add()), codeOf(add())]);
      const done = codes.filter((code) => code === 'no error').length;
      return [((await contentOf(rows, 'sum')) as { n: number }).n === done, done > 0];
    },
    expect: [true, true],
  },
  {
    name: 'runTransaction throws what rollback was given',
    run: ({ db }) => db.runTransaction((transaction) => transaction.rollback({ code: 'MINE' })),
    expect: fails('MINE'),
  },
  {
    name: 'a transaction that has ended is gone',
    given: ONE,
    run: async ({ db, rows }) => {
      const transaction = await db.startTransaction();
      await transaction.commit();
      return seen(transaction, rows).doc('a').get();
    },
    expect: fails('DATABASE_TRANSACTION_FAIL', 'DATABASE_TRANSACTION_NOT_EXIST'),
  },
  {
    name: 'a transaction that never was is not there',
    run: ({ send }) => send('database.commitTransaction', { transactionId: 'none' }),
    expect: fails('DATABASE_TRANSACTION_FAIL', 'DATABASE_TRANSACTION_NOT_EXIST'),
  },
];
