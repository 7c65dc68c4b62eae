import { erase, withFrozen } from './erasure';
import { benchAnchor, formatAnchor } from './anchor';
import { benchFeed, formatFeed } from './feed';
import { benchQueues, formatQueues } from './review-desk';

const PEOPLE = 1_000_000;

const grouped = (count: number) => count.toLocaleString('en');

/** A night in which everybody is due: each run of the timer as it ends, then the whole. */
async function erasureNight(people: number): Promise<string> {
  return withFrozen(people, async (on, idle) => {
    const runs: number[] = [];
    const { ms, calls } = await erase(on, people, (run) => {
      runs.push(run.ms);
      const figures = [
        `${grouped(run.erased)} people`,
        `${grouped(run.calls)} calls`,
        `${(run.ms / 1000).toFixed(0)} s`,
        `${run.megabytes?.toFixed(0) ?? '?'} MB at most until then`,
      ];
      console.log(`  run ${String(runs.length)}: ${figures.join(', ')}`);
    });
    const longest = Math.max(...runs) / 1000;
    return [
      `${grouped(people)} people erased in ${String(runs.length)} runs, ${(ms / 60_000).toFixed(0)} minutes`,
      `${grouped(calls)} database calls, ${grouped(idle)} of them a run with nobody due (bound 500,000)`,
      `longest run ${longest.toFixed(0)} s (bound 900 s)`,
    ].join('\n');
  });
}

const parts = {
  feed: async (people: number) => formatFeed(await benchFeed([1_000, people])),
  queue: async (people: number) => formatQueues(await benchQueues([1_000, people])),
  anchor: async (people: number) => formatAnchor(await benchAnchor([people / 100, people / 10, people])),
  erasure: erasureNight,
} as const;

/**
 * `tsx test/bench/million.ts [PART...]`: the paths that grow with the accounts, at a million: the feed, the list of
 * staff, a day to anchor, a night of erasures; all unless named. Takes hours, so it is no part of `npm run bench`.
 * `PEOPLE` in the environment asks for fewer.
 */
async function main(names: readonly string[]): Promise<void> {
  const people = Number(process.env['PEOPLE'] ?? PEOPLE);
  for (const [name, measure] of Object.entries(parts)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n${name}\n${await measure(people)}`);
  }
}

void main(process.argv.slice(2));
