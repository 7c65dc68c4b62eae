import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import type { CollectionName } from '../../../src/contracts/data-map';
import { lt, oneOf } from '../../../cloudfunctions/platform/conditions';
import { Conflict, type Store } from '../../../cloudfunctions/platform/store';

/** The far side of the wire: it keeps what the SDK sends and answers what a test says. */
let server: Server;
let store: Store;
let seen: Record<string, unknown>[] = [];
let reply: Record<string, unknown> = {};

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      seen.push(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ requestId: 'r', ...reply }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'local-id',
    TENCENTCLOUD_SECRETKEY: 'local-key',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${String(port)}/admin` }),
  });
  const { cloudbaseStore } = await import('../../../cloudfunctions/platform/cloudbase-store');
  store = cloudbaseStore();
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  seen = [];
  reply = { data: { list: [], total: 0, updated: 0, deleted: 0 } };
});

const names: CollectionName[] = ['accounts', 'ledger', 'requests', 'sms_codes', 'staff_decisions'];

/** Every way to reach rows by a filter. */
const byFilter: Record<string, (name: CollectionName, filter: never) => Promise<unknown>> = {
  find: (name, filter) => store.find(name, filter),
  count: (name, filter) => store.count(name, filter),
  countBy: (name, filter) => store.countBy(name, filter, '_id'),
  change: (name, filter) => store.change(name, filter, {}),
  remove: (name, filter) => store.remove(name, filter),
};
const ways = Object.keys(byFilter);
const attempt = (way: string, name: CollectionName, filter: unknown) =>
  (async () => byFilter[way]?.(name, filter as never))();

/** What the SDK would widen to strangers' rows, or take for an operator. */
const dangerous: Record<string, Record<string, unknown>> = {
  'an empty filter': {},
  'an undefined value': { _id: undefined },
  'an undefined value beside a good one': { _id: 'a', subject: undefined },
  'an operator': { _id: { $ne: null } },
  'an object': { subject: { a: 1 } },
  'a list': { _id: ['a', 'b'] },
  'a date': { submittedAt: new Date(0) },
  'a regular expression': { _id: /.*/ },
  'something that only looks like a condition': { _id: { test: 'gt', value: '' } },
  'a condition without a value': { _id: lt(undefined as never) },
};

describe.each(Object.entries(dangerous))('%s', (_, filter) => {
  it.each(ways)('is refused by %s before any request goes out', async (way) => {
    for (const name of names) await expect(attempt(way, name, filter)).rejects.toThrow();
    expect(seen).toEqual([]);
  });
});

describe('a guard', () => {
  it('refuses any filter that has an object or nothing as a value, whatever else is in it', async () => {
    const bad = fc.constantFrom<unknown>(undefined, {}, [], { $gt: '' }, () => 1, Symbol.iterator);
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.string(), { maxKeys: 3, noNullPrototype: true }),
        bad.filter((value) => typeof value === 'object' || value === undefined),
        fc.constantFrom(...ways),
        async (good, value, way) => {
          await expect(attempt(way, 'requests', { ...good, wrong: value })).rejects.toThrow();
        },
      ),
    );
    expect(seen).toEqual([]);
  });

  it.each(ways)('lets a plain value and a condition through %s, as they are', async (way) => {
    await attempt(way, 'requests', { subject: 'somebody', _id: oneOf(['a', 'b']) }).catch(() => undefined);
    expect(seen).toHaveLength(1);
    const sent = JSON.stringify(seen).replaceAll('\\', '');
    expect(sent).toContain('"subject":"somebody"');
    expect(sent).toMatch(/"_id":\{"\$in":\["a","b"\]\}/);
  });
});

describe('a write that the data map does not know', () => {
  const code = {
    _id: 'row-1',
    numberDigest: 'n'.repeat(43),
    codeDigest: 'c'.repeat(43),
    openidDigest: 'o'.repeat(43),
    tries: 0,
    sentAt: '2026-03-02T02:00:00.000Z',
    expiresAt: '2026-03-02T02:10:00.000Z',
    windowFrom: '2026-03-02T02:00:00.000Z',
    windowCount: 1,
  };

  it.each([
    ['a column that is not declared', { ...code, number: '13800138000' }],
    ['a value in clear where a digest belongs', { ...code, numberDigest: '13800138000' }],
    ['a column that is missing', { ...code, tries: undefined }],
    ['a wrong type', { ...code, tries: '0' }],
  ])('is refused as a new row: %s', async (_, row) => {
    await expect(store.add('sms_codes', [row as never])).rejects.toThrow();
    await expect(store.add('sms_codes', [code, row as never])).rejects.toThrow();
    expect(seen).toEqual([]);
  });

  it.each([
    ['a column that is not declared', { number: '13800138000' }],
    ['a value in clear where a digest belongs', { numberDigest: '13800138000' }],
    ['the id', { _id: 'row-2' }],
    ['an operator as a name', { $inc: { tries: 1 } }],
  ])('is refused as a change: %s', async (_, change) => {
    await expect(store.change('sms_codes', { _id: 'row-1' }, change as never)).rejects.toThrow();
    expect(seen).toEqual([]);
  });

  it('is told from one that it knows, which goes out', async () => {
    await store.add('sms_codes', [code]);
    await store.change('sms_codes', { _id: 'row-1' }, { tries: 1 });
    expect(seen).toHaveLength(2);
  });
});

describe('an answer of the database', () => {
  it.each([
    ['DATABASE_DUPLICATE_WRITE', 'x'],
    ['DATABASE_TRANSACTION_CONFLICT', 'x'],
    [
      'DATABASE_REQUEST_FAILED',
      'E11000 duplicate key error collection: c index: by_phone dup key: { : "x" }',
    ],
  ])('%s is a conflict, to be tried again', async (code, message) => {
    reply = { code, message };
    await expect(store.remove('requests', { _id: 'a' })).rejects.toBeInstanceOf(Conflict);
  });

  it('of any other failure says its code and repeats no value, for it may be logged', async () => {
    reply = { code: 'DATABASE_REQUEST_FAILED', message: 'bad value 13800138000' };
    const failure = store.find('requests', { _id: 'a' });
    await expect(failure).rejects.toThrow(/^database: DATABASE_REQUEST_FAILED$/);
  });
});
