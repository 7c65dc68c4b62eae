const ROUNDS = 25;

/** Milliseconds of the quietest of several rounds: what else the machine does is no cost of the work. */
export function quietest(work: () => void): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return Math.min(...rounds);
}
