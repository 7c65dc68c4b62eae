import type { TestCloud } from './cloud';

/** More database calls than any run makes. */
const MOST_CALLS = 512;

/** What a test says of the run that is killed. */
interface Run {
  /** Whether the run changed anything before it died. */
  isTouched: () => boolean | Promise<boolean>;
  /** Runs again, expects everything to be as after a whole run, and makes it new for the next one. */
  settle: () => Promise<void>;
}

/**
 * Kills the run of `retention` after every database call from which there is anything to converge, one run each. A run
 * that died before it changed anything left all as it was, so the first call that matters is found by halving. Answers
 * how many runs were killed after they had changed something.
 */
export async function killEachCall(on: TestCloud, { isTouched, settle }: Run): Promise<number> {
  const killed = async (at: number): Promise<'untouched' | 'touched' | 'over'> => {
    await on.post('/faults', { function: 'retention', at, do: 'kill', when: 'after' });
    await on.post('/timer/retention');
    const isOver = on.cloud.faults.list().length > 0;
    on.cloud.faults.clear();
    if (!isOver && !(await isTouched())) return 'untouched';
    await settle();
    return isOver ? 'over' : 'touched';
  };
  let [first, last] = [1, MOST_CALLS];
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    if ((await killed(middle)) === 'untouched') first = middle + 1;
    else last = middle;
  }
  let touched = 0;
  for (let at = first; (await killed(at)) !== 'over'; at += 1) touched += 1;
  return touched;
}
