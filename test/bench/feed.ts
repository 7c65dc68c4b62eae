import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { settleProposals } from '../make/many-proposals';
import { makePerson } from '../make/person';
import { peakMegabytes } from './peak-memory';

/** What reading one page of a list cost at one size. */
interface PageCost {
  calls: number;
  /** Milliseconds of the median of so many readings, through the door. */
  ms: number;
}

/** One way of reading, at both sizes. */
export interface FeedCost {
  name: string;
  sizes: Sizes;
  small: PageCost;
  large: PageCost;
  /** The most that a function had held by then, at whichever size. */
  megabytes: number | undefined;
}

type Sizes = readonly [small: number, large: number];

const SIZES: Sizes = [1_000, 100_000];
const READINGS = 31;

const pages = {
  'newest, first page': ['feed', { order: 'newest' }],
  'newest, from the middle': ['feed', { order: 'newest', after: '2026-01-05T02:08:00.000Z|p' }],
  'most supported': ['feed', { order: 'top' }],
  'newest of a city': ['feed', { order: 'newest', place: '420100' }],
  'search for one in eight': ['search', { words: '电梯' }],
  'search for one alone': ['search', { words: '第777号' }],
} as const satisfies Record<string, readonly [action: string, input: object]>;

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

async function cloudWith(many: number): Promise<TestCloud> {
  const on = await startTestCloud();
  await settleProposals(on, many);
  return on;
}

/** Reads each list in turn at both sizes, both clouds open in this one process, so that both pay for the same. */
export async function benchFeed(sizes: Sizes = SIZES): Promise<FeedCost[]> {
  const clouds: TestCloud[] = [];
  try {
    for (const many of sizes) clouds.push(await cloudWith(many));
    const costs: FeedCost[] = [];
    for (const [name, [action, input]] of Object.entries(pages)) {
      const taken = clouds.map((): number[] => []);
      for (let n = 0; n <= READINGS; n += 1)
        for (const [index, on] of clouds.entries()) {
          const began = performance.now();
          dataOf(await makePerson(on).call('community', action, input));
          // The first reading warms the function up.
          if (n > 0) taken[index]?.push(performance.now() - began);
        }
      const [small, large] = clouds.map((on, index): PageCost => {
        return { calls: on.databaseCalls('community'), ms: median(taken[index] ?? []) };
      });
      if (small && large) costs.push({ name, sizes, small, large, megabytes: peakMegabytes() });
    }
    return costs;
  } finally {
    for (const on of clouds) await on.stop();
  }
}

/** The costs as lines to print. */
export const formatFeed = (costs: readonly FeedCost[]): string =>
  costs
    .map(
      ({ name, sizes, small, large, megabytes }) =>
        `${name.padEnd(24)} ${String(large.calls)} calls (bound 2)   ${small.ms.toFixed(1)} ms at ${sizes[0].toLocaleString('en')}, ${large.ms.toFixed(1)} ms at ${sizes[1].toLocaleString('en')}: ${(large.ms / small.ms).toFixed(2)} times, ${megabytes?.toFixed(0) ?? '?'} MB at most`,
    )
    .join('\n');

if (require.main === module)
  void benchFeed().then((costs) => {
    console.log(formatFeed(costs));
  });
