import { decisions } from '../../../src/contracts/decisions';
import type { Past } from './past';

const isDecision = (move: string) => move === 'propose' || Object.hasOwn(decisions, move);

/**
 * Who counts as having decided about a request, by its life and by who made each of its decisions, in their order: whom
 * a proposal was returned to may decide anew. `reviewers` leaves out who returned one.
 */
export function decidersBy({ history }: Pick<Past, 'history'>, reviewers: readonly string[]): string[] {
  const waiting = [...reviewers];
  return history.reduce<string[]>((deciders, { move }) => {
    if (move === 'return') return deciders.slice(0, -1);
    const reviewer = isDecision(move) ? waiting.shift() : undefined;
    return reviewer === undefined ? deciders : [...new Set([...deciders, reviewer])];
  }, []);
}
