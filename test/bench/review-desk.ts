import { setTimeout } from 'node:timers/promises';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson } from '../make/person';
import { fillQueue } from '../make/queue-rows';
import { peakMegabytes } from './peak-memory';

/** What reading the first page of the list cost at one size. */
export interface QueueCost {
  requests: number;
  calls: number;
  /** Milliseconds of the median of 101 readings, through the door. */
  ms: number;
  /** The most that a function has held, whichever list it read. */
  megabytes: number | undefined;
}

/** What one run of `reconcile` cost that had so many rows of staff to judge. */
export interface JudgingCost {
  decisions: number;
  seconds: number;
  callsPerDecision: number;
}

const SIZES = [1_000, 100_000] as const;
const DECISIONS = 500;
const READINGS = 101;

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

async function readQueue(on: TestCloud): Promise<number> {
  const began = performance.now();
  dataOf(await on.invoke('reconcile', { action: 'queue' }));
  return performance.now() - began;
}

/** A cloud whose list has so many rows, of one person. */
async function cloudWith(many: number): Promise<TestCloud> {
  const on = await startTestCloud();
  // Its own rewriting of its files is not measured: for a million rows it takes minutes in which nothing is answered.
  await on.cloud.upkeep.stop();
  await fillQueue(on, many);
  return on;
}

/**
 * Reads the lists in turn, all of them open in this one process: read one after the other, the larger would also pay
 * for the memory that making it has left behind, and for whatever else the machine does meanwhile.
 */
export async function benchQueues(sizes: readonly number[] = SIZES): Promise<QueueCost[]> {
  const queues: { requests: number; on: TestCloud; readings: number[] }[] = [];
  try {
    for (const requests of sizes) queues.push({ requests, on: await cloudWith(requests), readings: [] });
    // A server closed its idle connection while this process was busy inserting; the client must come to see it.
    await setTimeout(1000);
    for (const { on } of queues) await readQueue(on);
    for (let n = 0; n < READINGS; n += 1)
      for (const { on, readings } of queues) readings.push(await readQueue(on));
    return queues.map(({ requests, on, readings }) => ({
      requests,
      calls: on.databaseCalls('reconcile'),
      ms: median(readings),
      megabytes: peakMegabytes(),
    }));
  } finally {
    for (const { on } of queues) await on.stop();
  }
}

async function measureJudging(): Promise<JudgingCost> {
  const on = await startTestCloud();
  try {
    for (let people = 0; people < DECISIONS / 10; people += 1) {
      const person = makePerson(on);
      dataOf(await person.register());
      for (let n = 0; n < 10; n += 1) {
        const { id } = dataOf(await person.call('request', 'submit', { kind: 'complaint', details: '太慢' }));
        const row = { requestId: id, expectedVersion: 1, decision: 'reply', replyText: '已经改了' };
        await on.post('/api/staff-decisions', { ...row, reviewer: '王审', submit: true });
      }
    }
    const began = performance.now();
    let applied = 0;
    let runs = 0;
    for (; applied < DECISIONS && runs < 3; runs += 1)
      applied += Number(dataOf(await on.timer('reconcile'))['applied']);
    const seconds = (performance.now() - began) / 1000;
    if (runs > 1) console.log(`  (took ${String(runs)} runs)`);
    return { decisions: applied, seconds, callsPerDecision: on.databaseCalls('reconcile') / DECISIONS };
  } finally {
    await on.stop();
  }
}

/** The first page of the list at two sizes, and a minute's run with 500 decisions. */
export async function benchReviewDesk(): Promise<{ queues: QueueCost[]; judging: JudgingCost }> {
  return { queues: await benchQueues(), judging: await measureJudging() };
}

/** The lists' costs as lines to print, with their bounds. */
export function formatQueues(queues: readonly QueueCost[]): string {
  const lines = queues.map(
    ({ requests, calls, ms }) =>
      `${requests.toLocaleString('en').padStart(7)} requests: first page in ${String(calls)} calls (bound 2), ${ms.toFixed(1)} ms`,
  );
  const [small, large] = queues;
  const ratio = small && large ? large.ms / small.ms : NaN;
  const memory = large?.megabytes?.toFixed(0) ?? '?';
  return [
    ...lines,
    `the larger list over the smaller: ${ratio.toFixed(2)} times (bound: the same), ${memory} MB at most`,
  ].join('\n');
}

/** The costs as lines to print, with their bounds. */
export function formatReviewDesk({ queues, judging }: Awaited<ReturnType<typeof benchReviewDesk>>): string {
  const { decisions, seconds, callsPerDecision } = judging;
  return [
    formatQueues(queues),
    `${String(decisions)} decisions in ${seconds.toFixed(1)} s (bound 60 s), ${callsPerDecision.toFixed(1)} calls each`,
  ].join('\n');
}

if (require.main === module)
  void benchReviewDesk().then((costs) => {
    console.log(formatReviewDesk(costs));
  });
