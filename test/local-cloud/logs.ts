/** Who asked for a function to run. */
export type CallerKind = 'mini-program' | 'console' | 'timer' | 'function' | 'wechat';

/** One finished function call. It names no person and holds no event: only what the function printed itself. */
interface CallLog {
  at: string;
  function: string;
  requestId: string;
  caller: CallerKind;
  ms: number;
  databaseCalls: number;
  ok: boolean;
  code?: string;
  message?: string;
  lines: string[];
}

/** The newest calls, in memory. */
export interface Logs {
  add(entry: CallLog): void;
  /** Newest first. */
  entries(): CallLog[];
}

/** Keeps the newest `limit` calls. */
export function createLogs(limit = 1000): Logs {
  const kept: CallLog[] = [];
  return {
    add: (entry) => {
      kept.unshift(entry);
      if (kept.length > limit) kept.pop();
    },
    entries: () => [...kept],
  };
}
