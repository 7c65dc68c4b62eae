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

/**
 * `tsx test/bench/million.ts [PEOPLE]`: the paths that grow with the accounts, at a million. Takes about two hours, so
 * it is no part of `npm run bench`; the README has its figures.
 */
async function main(people: number): Promise<void> {
  const print = (title: string, text: string) => {
    console.log(`\n${title}\n${text}`);
  };
  print('A page of the community', formatFeed(await benchFeed([1_000, people])));
  print('The list of staff', formatQueues(await benchQueues([1_000, people])));
  print('Anchoring a day', formatAnchor(await benchAnchor([people / 100, people])));
  print('A night of erasures', await erasureNight(people));
}

void main(Number(process.argv[2] ?? PEOPLE));
