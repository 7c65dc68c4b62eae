import { contentOf, fails, type Case } from '../case';

/** Adding, server dates, and what may not be stored. */
export const INSERTS: Case[] = [
  {
    name: 'add() makes an _id of 32 hex digits',
    run: async ({ rows }) => /^[0-9a-f]{32}$/.test((await rows.add({ n: 1 })).id as string),
    expect: true,
  },
  {
    name: 'add() keeps a given _id',
    run: async ({ rows }) => (await rows.add({ _id: 'mine' })).id,
    expect: 'mine',
  },
  {
    name: 'add() of a list answers ids',
    run: async ({ rows }) => (await rows.add([{ _id: 'a' }, { _id: 'b' }])).ids,
    expect: ['a', 'b'],
  },
  {
    name: 'doc().create() adds under that id',
    run: async ({ rows }) => [(await rows.doc('c').create({ n: 1 })).id, await contentOf(rows, 'c')],
    expect: ['c', { n: 1 }],
  },
  {
    name: 'the same _id again is a duplicate',
    given: [{ _id: 'a' }],
    run: ({ rows }) => rows.add({ _id: 'a' }),
    expect: fails('DATABASE_DUPLICATE_WRITE', 'DATABASE_REQUEST_FAILED'),
  },
  {
    name: 'the duplicate error names E11000',
    given: [{ _id: 'a' }],
    run: ({ rows }) =>
      rows
        .add({ _id: 'a' })
        .catch((error: Error) =>
          /E11000 duplicate key error collection: .+ index: .+ dup key: /.test(error.message),
        ),
    expect: true,
  },
  {
    name: 'a unique index refuses a second document',
    run: async ({ unique }) => (
      await unique.add({ code: 1, owner: 'a' }),
      unique.add({ code: 1, owner: 'b' })
    ),
    expect: fails('DATABASE_DUPLICATE_WRITE', 'DATABASE_REQUEST_FAILED'),
  },
  {
    name: 'a unique index counts a missing field as null',
    run: async ({ unique }) => (await unique.add({ owner: 'a' }), unique.add({ code: null, owner: 'b' })),
    expect: fails('DATABASE_DUPLICATE_WRITE', 'DATABASE_REQUEST_FAILED'),
  },
  {
    name: 'a compound unique index looks at both fields',
    run: async ({ unique }) => {
      await unique.add([
        { code: 1, owner: 'a', serial: 1 },
        { code: 2, owner: 'a', serial: 2 },
        { code: 3, owner: 'b', serial: 1 },
      ]);
      return unique.add({ code: 4, owner: 'a', serial: 2 });
    },
    expect: fails('DATABASE_DUPLICATE_WRITE', 'DATABASE_REQUEST_FAILED'),
  },
  {
    name: 'an update into a taken unique key is refused',
    run: async ({ unique }) => (
      await unique.add([
        { _id: 'x', code: 1, owner: 'a' },
        { code: 2, owner: 'b' },
      ]),
      unique.doc('x').update({ code: 2 })
    ),
    expect: fails('DATABASE_DUPLICATE_WRITE', 'DATABASE_REQUEST_FAILED'),
  },
  {
    name: 'a unique key is free again after its document is removed',
    run: async ({ unique }) => (
      await unique.add({ _id: 'x', code: 1 }),
      await unique.doc('x').remove(),
      (await unique.add({ _id: 'y', code: 1 })).id
    ),
    expect: 'y',
  },
  {
    name: "a server date is the server's time, at any depth and with an offset",
    run: async ({ rows, db }) => {
      const before = Date.now();
      await rows.add({
        _id: 't',
        at: db.serverDate(),
        deep: { list: [db.serverDate({ offset: 3_600_000 })] },
      });
      const { at, deep } = (await contentOf(rows, 't')) as { at: Date; deep: { list: [Date] } };
      return [Math.abs(at.getTime() - before) < 60_000, deep.list[0].getTime() - at.getTime()];
    },
    expect: [true, 3_600_000],
  },
  {
    name: 'a server date works in an update, nested',
    given: [{ _id: 't', o: { n: 1 } }],
    run: async ({ rows, db }) => {
      await rows.doc('t').update({ o: { at: db.serverDate() } });
      const { o } = (await contentOf(rows, 't')) as { o: { n: number; at: unknown } };
      return [o.n, o.at instanceof Date];
    },
    expect: [1, true],
  },
  {
    name: 'refuses a field that starts with a dollar',
    run: ({ rows }) => rows.add({ $n: 1 }),
    expect: fails('DATABASE_REQUEST_FAILED', 'INVALID_PARAM'),
  },
  {
    name: 'refuses an array as _id',
    run: ({ rows }) => rows.add({ _id: [1] }),
    expect: fails('DATABASE_REQUEST_FAILED', 'INVALID_PARAM'),
  },
  {
    name: 'refuses a document over 16 MB',
    run: ({ rows }) => rows.add({ big: 'x'.repeat(17 * 1024 * 1024) }),
    expect: fails('DATABASE_REQUEST_FAILED', 'INVALID_PARAM', 'EXCEED_REQUEST_SIZE_LIMIT'),
  },
];
