import { randomUUID } from 'node:crypto';
import { GENESIS } from '../../cloudfunctions/domain/ledger';
import { createSubjectKey } from '../../cloudfunctions/platform/keys';
import { ledgerRow } from '../../cloudfunctions/platform/ledger-row';
import { withKeysOf } from '../make/borrowed-keys';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { insert } from '../make/frozen-people';
import { peakMegabytes } from './peak-memory';

/** What anchoring one day cost that had so many events. */
export interface AnchorCost {
  events: number;
  seconds: number;
  calls: number;
  /** The most the function's process held; undefined where the system does not tell. */
  megabytes: number | undefined;
}

const CHUNK = 1000;
const DAY = Date.parse('2026-01-05T00:00:00.000Z');
const DAY_MS = 24 * 60 * 60_000;

/** First events of as many people, over one day as anchors count it. */
const settleDay = (on: TestCloud, events: number): Promise<void> =>
  withKeysOf(on, async () => {
    // One key for all: nothing here is opened.
    const { key } = createSubjectKey('bench');
    const event = { type: 'account.registered', body: { age: 'adult' } } as const;
    for (let done = 0; done < events; done += CHUNK) {
      const rows = Array.from({ length: Math.min(CHUNK, events - done) }, (_, n) => {
        const at = new Date(DAY + Math.floor(((done + n) * DAY_MS) / events));
        return ledgerRow(randomUUID(), { seq: 0, head: GENESIS }, event, at, key);
      });
      await insert(on, 'ledger', rows);
    }
  });

async function measure(events: number): Promise<AnchorCost> {
  const on = await startTestCloud();
  try {
    dataOf(await on.timer('retention'));
    const idle = on.databaseCalls('retention');
    await settleDay(on, events);
    const run = await on.cloud.timers.run('retention');
    if (!run?.ok || on.rows('anchors').length !== 1) throw new Error('the day was not anchored');
    const { ms, databaseCalls } = on.lastCall('retention');
    return { events, seconds: ms / 1000, calls: databaseCalls - idle, megabytes: peakMegabytes() };
  } finally {
    await on.stop();
  }
}

/** Anchors a day of so many events, at each size. */
export async function benchAnchor(sizes: readonly number[]): Promise<AnchorCost[]> {
  const costs: AnchorCost[] = [];
  for (const size of sizes) costs.push(await measure(size));
  return costs;
}

/** The costs as lines to print. */
export const formatAnchor = (costs: readonly AnchorCost[]): string =>
  costs
    .map(
      ({ events, seconds, calls, megabytes }) =>
        `${events.toLocaleString('en').padStart(9)} events: ${seconds.toFixed(1)} s, ${calls.toLocaleString('en')} calls, ${megabytes?.toFixed(0) ?? '?'} MB at most`,
    )
    .join('\n');
