import type { TestCloud } from './cloud';

/** More database calls than any run makes. */
const MOST_CALLS = 512;

/** What a test says of the run that is killed. */
interface Run {
  /** Whether the run changed anything before it died. */
  isTouched: () => boolean | Promise<boolean>;
  /** Whether it had done everything before it died: what it would have gone on with is another test's. */
  isDone: () => boolean | Promise<boolean>;
  /** After every n-th call only, where another test kills after each one; after each unless told. */
  every?: number;
  /** Runs again, expects everything to be as after a whole run, and makes it new for the next one. */
  settle: () => Promise<void>;
}

/**
 * Kills the run of `retention` after every database call from which there is anything to converge, one run each. A run
 * that died before it changed anything left all as it was, so the first call that matters is found by halving; the last
 * is that after which everything is done. Answers how many runs were killed.
 */
export async function killEachCall(
  on: TestCloud,
  { isTouched, isDone, every = 1, settle }: Run,
): Promise<number> {
  const killed = async (at: number): Promise<'untouched' | 'touched' | 'done'> => {
    await on.post('/faults', { function: 'retention', at, do: 'kill', when: 'after' });
    await on.post('/timer/retention');
    const isOver = on.cloud.faults.list().length > 0;
    on.cloud.faults.clear();
    if (!isOver && !(await isTouched())) return 'untouched';
    const outcome = isOver || (await isDone()) ? 'done' : 'touched';
    await settle();
    return outcome;
  };
  let [first, last] = [1, MOST_CALLS];
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    if ((await killed(middle)) === 'untouched') first = middle + 1;
    else last = middle;
  }
  let times = 1;
  while ((await killed(first + (times - 1) * every)) !== 'done') times += 1;
  return times;
}
