/** What a fault does to the calling function at a database call. */
type FaultKind = 'fail' | 'delay' | 'kill';

/** A scripted fault: at the `at`-th database call (from 1) of the next `calls` calls of `function`. */
export interface Fault {
  function: string;
  at: number;
  do: FaultKind;
  /** Delay in milliseconds. */
  ms?: number;
  /** For `kill`: the process dies before the call reaches the database, or after the database did it. */
  when: 'before' | 'after';
  /** For `fail`: the error code. */
  code: string;
  /** Function calls it still strikes; one that ends before its `at`-th database call is not struck and not counted. */
  calls: number;
}

/** The faults waiting to strike. */
export interface Faults {
  add(fault: Fault): void;
  list(): Fault[];
  clear(): void;
  /** Takes the fault due at this database call, if any. */
  take(functionName: string, databaseCall: number): Fault | undefined;
}

/** An empty script. */
export function createFaults(): Faults {
  let waiting: Fault[] = [];
  return {
    add: (fault) => {
      waiting.push({ ...fault });
    },
    list: () => waiting.map((fault) => ({ ...fault })),
    clear: () => {
      waiting = [];
    },
    take: (functionName, databaseCall) => {
      const due = waiting.find((fault) => fault.function === functionName && fault.at === databaseCall);
      if (due === undefined) return undefined;
      due.calls -= 1;
      waiting = waiting.filter((fault) => fault.calls > 0);
      return { ...due };
    },
  };
}

const KINDS: readonly unknown[] = ['fail', 'delay', 'kill'] satisfies FaultKind[];

/** Reads a fault from a request; a string says what is wrong with it. */
export function parseFault(input: Record<string, unknown>): Fault | string {
  const { function: name, at, do: kind, ms, when = 'before', code = 'SYS_ERR', calls = 1 } = input;
  if (typeof name !== 'string' || name === '') return 'function 必须是函数名';
  if (!isCount(at)) return 'at 必须是从 1 开始的整数：第几次数据库调用';
  if (!KINDS.includes(kind)) return 'do 只能是 fail、delay 或 kill';
  if (kind === 'delay' && !isCount(ms)) return 'delay 需要 ms：毫秒数';
  if (when !== 'before' && when !== 'after') return 'when 只能是 before 或 after';
  if (typeof code !== 'string') return 'code 必须是错误码';
  if (!isCount(calls)) return 'calls 必须是从 1 开始的整数';
  return { function: name, at, do: kind as FaultKind, when, code, calls, ...(isCount(ms) && { ms }) };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}
