import { execFile } from 'node:child_process';
import { cpSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startLocalCloud } from '../local-cloud/server';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { settleFrozen } from './frozen-people';
import { peakMegabytes } from './peak-memory';

/** What erasing cost at one size. */
export interface ErasureCost {
  people: number;
  callsPerPerson: number;
  msPerPerson: number;
  /** The most the function's process held; undefined where the system does not tell. */
  megabytes: number | undefined;
  /** Milliseconds that the same calls take with no logic around them; undefined where it was not measured. */
  floorMs: number | undefined;
}

const SIZES = [1_000, 10_000, 100_000] as const;
/** The size at which the same calls are sent again with nothing else. */
const FLOOR_AT = 10_000;
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

async function measure(people: number): Promise<ErasureCost> {
  const on = await startTestCloud();
  const trial = mkdtempSync(join(tmpdir(), 'erasure-'));
  const [copy, calls] = [join(trial, 'rows'), join(trial, 'calls')];
  const hasFloor = people === FLOOR_AT;
  try {
    // Starts the process, which a small size would feel and a large one would not.
    await on.timer('retention');
    await settleFrozen(on, people);
    if (hasFloor) cpSync(on.dir, copy, { recursive: true });
    const stopped = hasFloor ? recordCalls(on, calls) : () => Promise.resolve();
    const began = performance.now();
    // A run ends when its time is over, and the next one goes on.
    let erased = 0;
    for (let last = 1; last > 0 && erased < people; erased += last)
      last = Number(dataOf(await on.timer('retention'))['erased'] ?? 0);
    const ms = performance.now() - began;
    await stopped();
    if (erased !== people) throw new Error(`erased ${erased} of ${people}`);
    return {
      people,
      callsPerPerson: on.databaseCalls('retention') / people,
      msPerPerson: ms / people,
      megabytes: peakMegabytes(),
      floorMs: hasFloor ? await floorOf(copy, calls) : undefined,
    };
  } finally {
    await on.stop();
    rmSync(trial, { recursive: true, force: true });
  }
}

/**
 * Erases frozen people at three sizes; each has an account, a request and two ledger rows. Tells what each size cost as
 * soon as it is known, for the largest takes long.
 */
export async function benchErasure(
  sizes: readonly number[] = SIZES,
  tell: (line: string) => void = console.log,
): Promise<ErasureCost[]> {
  const costs: ErasureCost[] = [];
  for (const people of sizes) {
    const cost = await measure(people);
    tell(lineOf(cost));
    costs.push(cost);
  }
  return costs;
}

const percent = (ratio: number) => `${(ratio * 100).toFixed(0)} %`;

function lineOf({ people, callsPerPerson, msPerPerson, megabytes, floorMs }: ErasureCost): string {
  const cost = `${callsPerPerson.toFixed(3)} calls and ${msPerPerson.toFixed(2)} ms a person`;
  const floor =
    floorMs === undefined
      ? ''
      : `; throughput beside the same raw calls with no logic: ${percent(floorMs / (msPerPerson * people))} (bound 80 %)`;
  return `${people.toLocaleString('en').padStart(7)} people: ${cost}, ${megabytes?.toFixed(0) ?? '?'} MB at most${floor}`;
}

/** What the sizes come to together, with the bounds. */
export function formatErasure(costs: readonly ErasureCost[]): string {
  const each = costs.map(({ msPerPerson }) => msPerPerson);
  return `slowest size to fastest: ${percent(Math.max(...each) / Math.min(...each))} (bound 115 %); calls a person: bound 0.5`;
}

/** `tsx test/bench/erasure.ts 1000 10000`: some sizes alone. */
if (require.main === module)
  void benchErasure(process.argv.length > 2 ? process.argv.slice(2).map(Number) : SIZES).then((costs) => {
    console.log(formatErasure(costs));
  });
