import type { Store } from '../../cloudfunctions/platform/store';

type Method = (...given: readonly unknown[]) => Promise<unknown>;

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
  const failing = <T extends object>(port: T): T =>
    Object.fromEntries(
      Object.entries(port).map(([name, method]) => [
        name,
        typeof method === 'object' ? failing(method as object) : struck(method as Method),
      ]),
    ) as T;
  const struck =
    (method: Method): Method =>
    async (...given) => {
      calls += 1;
      const isStruck = calls === at;
      if (isStruck && when === 'before') throw error();
      const answer = await method(...given);
      if (isStruck) throw error();
      return answer;
    };
  return { store: failing(store), calls: () => calls };
}
