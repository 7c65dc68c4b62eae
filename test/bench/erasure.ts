import { execFile } from 'node:child_process';
import { cpSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startLocalCloud } from '../local-cloud/server';
import { startTestCloud, type Answer, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { settleFrozen } from '../make/frozen-people';
import { peakMegabytes } from './peak-memory';

/** What erasing cost at one size. */
interface ErasureCost {
  people: number;
  callsPerPerson: number;
  /** Database calls of a run in which nobody is due, left out of the above. */
  idle: number;
  msPerPerson: number;
  /** The most the function's process held; undefined where the system does not tell. */
  megabytes: number | undefined;
}

const SIZES = [1_000, 10_000, 100_000] as const;
/** The size at which the same calls are sent again with nothing else, and how often: one pair swings by a tenth. */
const FLOOR = { people: 2_000, rounds: 7 } as const;
const run = promisify(execFile);
/** What the SDK adds to each call by itself is not sent twice. */
const wire = new Set([
  ...['collectionName', 'queryType', 'query', 'data', 'order', 'offset', 'limit', 'projection'],
  ...['multi', 'merge', 'upsert', 'stages', 'transactionId'],
]);

/** Writes every database call down, as it goes over the wire, until told to stop. */
function recordCalls(on: TestCloud, file: string): () => Promise<void> {
  const { database } = on.cloud;
  const call = database.call.bind(database);
  const out = createWriteStream(file);
  database.call = (action, params) => {
    const own = Object.fromEntries(Object.entries(params).filter(([name]) => wire.has(name)));
    out.write(`${JSON.stringify({ action, params: own })}\n`);
    return call(action, params);
  };
  return () =>
    new Promise((resolve) => {
      database.call = call;
      out.end(resolve);
    });
}

/** Sends recorded calls again to a cloud with the same rows, from a process of its own. */
async function floorOf(dir: string, file: string): Promise<number> {
  const cloud = await startLocalCloud({ dir, port: 0, timers: false });
  try {
    const args = [require.resolve('tsx/cli'), join(__dirname, 'replay-calls.ts'), cloud.url, file];
    const { stdout } = await run(process.execPath, args);
    return Number(stdout.trim().split('\n').at(-1));
  } finally {
    await cloud.stop();
  }
}

/** One run of the timer, asked for in this process: a door's client gives up after five minutes, a run has eight. */
async function runOnce(on: TestCloud): Promise<ErasureRun> {
  // Not by the timer's door, after which the local cloud rewrites its files: that is none of the function's work.
  const event = { Type: 'Timer', TriggerName: 'everyTenMinutes', Message: '' };
  const run = await on.cloud.functions.invoke('retention', event, { kind: 'timer' });
  if (!run.ok) throw new Error(run.message);
  const erased = Number(dataOf(JSON.parse(run.result) as Answer)['erased'] ?? 0);
  const { ms, databaseCalls } = on.lastCall('retention');
  return { erased, calls: databaseCalls, ms, megabytes: peakMegabytes() };
}

/** What one run of the timer came to; megabytes are the most its process has held until then. */
export interface ErasureRun {
  erased: number;
  calls: number;
  ms: number;
  megabytes: number | undefined;
}

/** Erases these people through the timer: a run ends when its time is over, and the next one goes on. */
export async function erase(
  on: TestCloud,
  people: number,
  tell: (run: ErasureRun) => void = () => undefined,
): Promise<{ ms: number; calls: number }> {
  const sum = { erased: 0, calls: 0 };
  const began = performance.now();
  while (sum.erased < people) {
    const run = await runOnce(on);
    if (run.erased === 0) throw new Error(`erased ${sum.erased} of ${people}`);
    tell(run);
    sum.erased += run.erased;
    sum.calls += run.calls;
    // Files were rewritten meanwhile, and idle connections closed; the function must come to see it.
    if (sum.erased < people) await setTimeout(1000);
  }
  return { ms: performance.now() - began, calls: sum.calls };
}

/**
 * A cloud with so many people to erase, whose function has run once: a process that begins would be felt by a small
 * size, and what a run asks when nobody is due it asks anyway.
 */
export async function withFrozen<T>(
  people: number,
  work: (on: TestCloud, idle: number) => Promise<T>,
): Promise<T> {
  const on = await startTestCloud();
  // It rewrites its files when no call comes for two seconds: gigabytes, during which no call is answered.
  await on.cloud.upkeep.stop();
  try {
    const { calls } = await runOnce(on);
    await settleFrozen(on, people);
    return await work(on, calls);
  } finally {
    await on.stop();
  }
}

const measure = (people: number): Promise<ErasureCost> =>
  withFrozen(people, async (on, idle) => {
    const { ms, calls } = await erase(on, people);
    return {
      people,
      callsPerPerson: (calls - idle) / people,
      idle,
      msPerPerson: ms / people,
      megabytes: peakMegabytes(),
    };
  });

/** The throughput of one erasure beside that of the same calls with no logic around them. */
const pair = (people: number): Promise<number> =>
  withFrozen(people, async (on) => {
    const trial = mkdtempSync(join(tmpdir(), 'erasure-'));
    const [copy, calls] = [join(trial, 'rows'), join(trial, 'calls')];
    try {
      cpSync(on.dir, copy, { recursive: true });
      const stopped = recordCalls(on, calls);
      const { ms } = await erase(on, people);
      await stopped();
      return (await floorOf(copy, calls)) / ms;
    } finally {
      rmSync(trial, { recursive: true, force: true });
    }
  });

const percent = (ratio: number) => `${(ratio * 100).toFixed(0)} %`;

const lineOf = ({ people, callsPerPerson, idle, msPerPerson, megabytes }: ErasureCost): string => {
  const calls = `${callsPerPerson.toFixed(3)} calls (and ${idle} a run)`;
  return `${people.toLocaleString('en').padStart(7)} people: ${calls}, ${msPerPerson.toFixed(2)} ms a person, ${megabytes?.toFixed(0) ?? '?'} MB at most`;
};

async function floorLine(): Promise<string> {
  const ratios: number[] = [];
  for (let round = 0; round < FLOOR.rounds; round += 1) ratios.push(await pair(FLOOR.people));
  ratios.sort((a, b) => a - b);
  const [least, median, most] = [0, Math.floor(ratios.length / 2), ratios.length - 1].map((at) =>
    percent(ratios[at] ?? NaN),
  );
  return `throughput beside the same raw calls with no logic: median ${median} of ${FLOOR.rounds} pairs, ${least} to ${most} (bound 80 %)`;
}

/**
 * Erases frozen people at three sizes; each has an account, a request and two ledger rows. Tells each figure as soon as
 * it is known, for the largest size takes long.
 */
export async function benchErasure(
  sizes: readonly number[] = SIZES,
  tell: (line: string) => void = console.log,
): Promise<string> {
  tell(await floorLine());
  const costs: ErasureCost[] = [];
  for (const people of sizes) {
    const cost = await measure(people);
    tell(lineOf(cost));
    costs.push(cost);
  }
  const spread = (each: readonly number[]) => percent(Math.max(...each) / Math.min(...each));
  const calls = spread(costs.map(({ callsPerPerson }) => callsPerPerson));
  const ms = spread(costs.map(({ msPerPerson }) => msPerPerson));
  return `calls a person: bound 0.5, dearest size to cheapest ${calls} (bound 115 %); time, the same ${ms}`;
}

/** `tsx test/bench/erasure.ts 1000 10000`: some sizes alone. */
if (require.main === module)
  void benchErasure(process.argv.length > 2 ? process.argv.slice(2).map(Number) : SIZES).then(console.log);
