import type { Store } from '../../cloudfunctions/platform/store';

/** What stops a run: nothing that the code may know or catch. */
export class Killed extends Error {}

/**
 * A store that fails at its n-th call, before or after the call has done its work, as a process dies at any point.
 * `calls` tells how many were made.
 */
export function faultyStore(
  store: Store,
  at: number,
  when: 'before' | 'after',
  error: () => Error = () => new Killed(),
) {
  let calls = 0;
  const failing = Object.fromEntries(
    Object.entries(store).map(([name, method]) => [
      name,
      async (...given: readonly unknown[]) => {
        calls += 1;
        const isStruck = calls === at;
        if (isStruck && when === 'before') throw error();
        const answer = await (method as (...all: readonly unknown[]) => Promise<unknown>)(...given);
        if (isStruck) throw error();
        return answer;
      },
    ]),
  ) as unknown as Store;
  return { store: failing, calls: () => calls };
}
