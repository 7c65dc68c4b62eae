import { decisions } from '../../../src/contracts/decisions';
import type { Past } from './past';

const isDecision = (move: string) => move === 'propose' || Object.hasOwn(decisions, move);

/**
 * Who counts as having decided after one more move of staff's. Who proposes stands last, once more where they had a
 * hand in it before: nothing was decided where it is returned, so that the proposal goes and nothing else (P60).
 */
export function decidersAfter(deciders: readonly string[], move: string, reviewer: string): string[] {
  if (move === 'return') return deciders.slice(0, -1);
  if (move === 'propose') return [...deciders, reviewer];
  return [...new Set([...deciders, reviewer])];
}

/**
 * The same by a request's life and by who made each of its decisions, in their order. `reviewers` leaves out who
 * returned one.
 */
export function decidersBy({ history }: Pick<Past, 'history'>, reviewers: readonly string[]): string[] {
  const waiting = [...reviewers];
  return history.reduce<string[]>((deciders, { move }) => {
    if (move === 'return') return decidersAfter(deciders, move, '');
    const reviewer = isDecision(move) ? waiting.shift() : undefined;
    return reviewer === undefined ? deciders : decidersAfter(deciders, move, reviewer);
  }, []);
}
