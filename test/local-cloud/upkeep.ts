import type { Database } from './database';

/** Keeps erased bytes from lingering on disk. */
export interface Upkeep {
  /** Tells that the database was used; files are rewritten once it has been quiet for a while. */
  touched(): void;
  /** Rewrites the files now when something was removed or overwritten. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

/** Sweeps after `quietMs` without a database call, one sweep at a time. */
export function createUpkeep(
  database: Pick<Database, 'vacuum' | 'dirtySinceVacuum'>,
  quietMs = 2000,
): Upkeep {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;
  const sweep = (): Promise<void> => {
    const next = running.then(() =>
      !isStopped && database.dirtySinceVacuum() ? database.vacuum() : undefined,
    );
    // The chain must go on after a failed sweep; the failure itself goes to whoever asked for that sweep.
    running = next.catch(() => undefined);
    return next;
  };
  return {
    touched: () => {
      clearTimeout(timer);
      if (isStopped) return;
      timer = setTimeout(() => {
        sweep().catch((error: unknown) => {
          console.error('整理数据文件失败', error);
        });
      }, quietMs);
      timer.unref();
    },
    sweep,
    stop: async () => {
      clearTimeout(timer);
      // What is still waiting its turn is left to the next start; the one under way must end before the files close.
      isStopped = true;
      await running;
    },
  };
}
