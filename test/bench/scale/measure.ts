import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateObjectSize } from 'bson';
import { schemaChangesKnown } from '../../../cloudfunctions/domain/schema-changes';
import { startTestCloud } from '../../make/cloud';
import { dataOf } from '../../make/expect-answer';
import { benchDatabaseCalls, countReads } from '../database-calls';
import { erase, withFrozen } from '../erasure';
import type { Act } from './activity';
import type { Calls, Measured } from './model';

const TOGETHER = 2000;

/** A run of each timer on an empty platform, after one that has set itself up. */
async function idleRuns(): Promise<Measured['idle']> {
  const on = await startTestCloud();
  try {
    const reads = countReads(on);
    const run = async (name: string): Promise<Calls> => {
      dataOf(await on.timer(name));
      const before = reads();
      dataOf(await on.timer(name));
      return { calls: on.databaseCalls(name), reads: reads() - before };
    };
    return { reconcile: await run('reconcile'), retention: await run('retention') };
  } finally {
    await on.stop();
  }
}

/** What erasing one person takes, of many that are erased together. */
const erasing = (): Promise<Calls> =>
  withFrozen(TOGETHER, async (on, idle) => {
    const reads = countReads(on);
    const { calls } = await erase(on, TOGETHER);
    // Of a run with nobody due, all calls but one only read: it dates what staff have filed.
    return { calls: (calls - idle) / TOGETHER, reads: (reads() - idle + 1) / TOGETHER };
  });

/** Bytes of the rows of a small town in which one did everything there is to do, for each person; no indexes. */
function bytesOfAPerson(): number {
  const folder = join(__dirname, '../../released/databases');
  const newest = join(folder, `${String(schemaChangesKnown)}.json`);
  const { rows, cast } = JSON.parse(readFileSync(newest, 'utf8')) as {
    rows: Record<string, object[]>;
    cast: object;
  };
  const bytes = Object.values(rows)
    .flat()
    .reduce((sum, row) => sum + calculateObjectSize(row), 0);
  return bytes / Object.keys(cast).length;
}

/** Measures on the functions as built what the model of scale rests on. */
export async function measured(): Promise<Measured> {
  const acts = (await benchDatabaseCalls()).map(({ operation, calls, reads }) => [
    operation,
    { calls, reads },
  ]);
  return {
    acts: Object.fromEntries(acts) as Record<Act, Calls>,
    idle: await idleRuns(),
    erasing: await erasing(),
    bytes: bytesOfAPerson(),
  };
}
