import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openDatabase, type Database } from './database';
import { KILL_PLAN } from './database/testing/kill-plan';
import { temporaryDatabase, wire } from './database/testing/wire';

const WRITER = join(__dirname, 'database/testing/kill-writer.ts');

/** Runs the writer until it has said `lines` lines, kills it with SIGKILL, and answers all that it said. */
async function writeAndKill(
  dir: string,
  prefix: string,
  lines: number,
  ...mode: string[]
): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', WRITER, dir, prefix, ...mode], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => (complaint += String(chunk)));
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.length === lines) child.kill('SIGKILL');
  }
  if (said.length < lines) throw new Error(`the writer stopped by itself: ${complaint}`);
  return said;
}

/** Which ids must be there, and which must not, by what was acknowledged. */
function acknowledged(said: readonly string[]) {
  const ids = (kind: string) =>
    said.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1));
  const removed = new Set(ids('removed'));
  const added = ids('added');
  // The last row of each writer of each process may have been changed by a call that was not acknowledged any more.
  const last = new Set(new Map(added.map((id) => [id.slice(0, id.lastIndexOf('-')), id])).values());
  return {
    kept: added.filter((id) => !removed.has(id) && !last.has(id)),
    removed: [...removed],
    updated: ids('updated'),
    pairs: ids('paired'),
  };
}

async function expectWhole(database: Database, said: readonly string[]): Promise<void> {
  const rows = wire(database, KILL_PLAN.name);
  const { kept, removed, updated, pairs } = acknowledged(said);
  expect(kept.length).toBeGreaterThan(0);
  expect(pairs.length).toBeGreaterThan(0);
  for (const id of kept) expect(await rows.find({ serial: id })).toHaveLength(1);
  for (const id of removed) expect(await rows.find({ _id: id })).toHaveLength(0);
  for (const id of updated) expect((await rows.find({ _id: id }))[0]).toMatchObject({ revision: 1 });
  for (const id of pairs) expect(await rows.find({ _id: { $in: [`${id}-a`, `${id}-b`] } })).toHaveLength(2);
}

/** Every index holds every document once, and a transaction's two documents are both there or both not. */
async function expectConsistent(database: Database): Promise<void> {
  const rows = wire(database, KILL_PLAN.name);
  const total = await rows.count({});
  expect(await rows.count({ _id: { $exists: true } })).toBe(total);
  expect(await rows.count({ serial: { $gte: '' } })).toBe(total);
  const groups = await Promise.all([0, 1, 2, 3, 4, 5, 6, 8].map((group) => rows.count({ group })));
  expect(groups.reduce((sum, count) => sum + count, 0)).toBe(total);
  const halves = await rows.call('aggregateDocuments', {
    stages: [
      { stageKey: '$match', stageValue: '{"group":8}' },
      { stageKey: '$group', stageValue: '{"_id":"$pair","n":{"$sum":1}}' },
      { stageKey: '$match', stageValue: '{"n":{"$ne":2}}' },
    ],
  });
  expect(halves).toEqual({ data: { list: [] } });
}

describe('a database killed with SIGKILL', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'killed-'));
  });
  afterEach(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  test('loses no acknowledged write and keeps every index whole, kill after kill', async () => {
    const said: string[] = [];
    for (const [round, lines] of [150, 400, 90, 700].entries()) {
      said.push(...(await writeAndKill(dir, `round${String(round)}`, lines)));
      const database = openDatabase({ dir, now: () => new Date() });
      await expectWhole(database, said);
      await expectConsistent(database);
      await database.close();
    }
  }, 120_000);

  test('loses nothing when it is killed while it rewrites its files', async () => {
    const said: string[] = [];
    for (const [round, lines] of [120, 121, 253, 304, 61].entries()) {
      said.push(...(await writeAndKill(dir, `round${String(round)}`, lines, 'vacuum')));
      const database = openDatabase({ dir, now: () => new Date() });
      await expectWhole(database, said);
      await expectConsistent(database);
      await database.close();
    }
    expect(said.filter((line) => line === 'rewritten').length).toBeGreaterThan(3);
  }, 120_000);
});

describe('a vacuum', () => {
  const filesOf = (dir: string) => readdirSync(dir).map((name) => readFileSync(join(dir, name)));
  const holds = (dir: string, text: string) => filesOf(dir).some((bytes) => bytes.includes(text));

  test('leaves no byte of a removed or overwritten document on disk, and every byte of the others', async () => {
    const { database, dir, discard } = temporaryDatabase();
    database.provision([
      {
        name: 'rows',
        indexes: [{ name: 'by_secret', fields: [{ field: 'secret', direction: 1 }], unique: false }],
      },
    ]);
    const rows = wire(database, 'rows');
    expect(database.dirtySinceVacuum()).toBe(false);
    for (let i = 0; i < 300; i++)
      await rows.add({
        _id: i,
        secret: `canary-${String(i)}-`,
        note: `kept-${String(i)}-${'z'.repeat(i * 10)}`,
      });
    expect(database.dirtySinceVacuum()).toBe(false);
    await rows.remove({ _id: { $lt: 150 } });
    await rows.update({ _id: { $gte: 150 } }, { $set: { secret: 'gone' } });
    expect(database.dirtySinceVacuum()).toBe(true);
    expect(holds(dir, 'canary-')).toBe(true);
    await database.vacuum();
    expect(database.dirtySinceVacuum()).toBe(false);
    expect(holds(dir, 'canary-')).toBe(false);
    expect(holds(dir, 'kept-299-')).toBe(true);
    expect(await rows.count({ secret: 'gone' })).toBe(150);
    await discard();
  });

  test('lets calls and open transactions wait, not fail', async () => {
    const { database, discard } = temporaryDatabase();
    database.provision([{ name: 'rows', indexes: [] }]);
    const rows = wire(database, 'rows');
    await rows.add({ _id: 'before', n: 1 });
    const transaction = await rows.start();
    await rows.addIn(transaction, { _id: 'inside' });
    const [, during] = await Promise.all([database.vacuum(), rows.find({}), rows.add({ _id: 'during' })]);
    expect(during).toHaveLength(1);
    await rows.commit(transaction);
    expect((await rows.find({})).map((row) => row['_id'])).toEqual(['before', 'during', 'inside']);
    await discard();
  });

  test('answers the pages that look at the database meanwhile, and can be done again and again', async () => {
    const { database, dir } = temporaryDatabase();
    database.provision([{ name: 'rows', indexes: [] }]);
    const rows = wire(database, 'rows');
    for (let round = 0; round < 5; round++) {
      await rows.add({ _id: round, note: `canary-${String(round)}-` });
      await rows.update({ _id: round }, { $set: { note: 'gone' } });
      const progress = { isDone: false };
      const vacuum = database.vacuum().then(() => (progress.isDone = true));
      while (!progress.isDone) {
        expect(database.collections()[0]).toMatchObject({ name: 'rows', count: round + 1 });
        expect(database.documents('rows', { offset: round, limit: 5 })).toEqual([
          { _id: round, note: 'gone' },
        ]);
        await new Promise((resolve) => setImmediate(resolve));
      }
      await vacuum;
      expect(holds(dir, 'canary-')).toBe(false);
    }
    await database.close();
    const again = temporaryDatabase({ dir });
    expect(await wire(again.database, 'rows').count({ note: 'gone' })).toBe(5);
    await again.discard();
  });

  test('the note that old bytes lie in the file outlives a restart', async () => {
    const first = temporaryDatabase();
    first.database.provision([{ name: 'rows', indexes: [] }]);
    await wire(first.database, 'rows').add({ _id: 1 });
    await wire(first.database, 'rows').remove({ _id: 1 });
    await first.database.close();
    const second = temporaryDatabase({ dir: first.dir });
    expect(second.database.dirtySinceVacuum()).toBe(true);
    await second.discard();
  });
});
