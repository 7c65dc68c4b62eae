import type { Call, Outcome } from './call';
import { FunctionProcess, type Surroundings } from './function-process';
import type { Manifest } from './manifest';

/** The state of one function's processes, for the console page. */
export interface PoolState {
  running: number;
  idle: number;
  waiting: number;
}

const STOPPED = { ok: false, code: 'FUNCTIONS_EXECUTE_FAIL', message: '函数进程已被停止' } as const;
const MAX_PROCESSES = 4;
const IDLE_MS = 60_000;

/**
 * The processes of one function: grown on demand up to a limit, reaped when idle, replaced when the bundle is rebuilt.
 */
export class Pool {
  /** Those that may take calls; one that is being ended leaves at once, so that it holds no place. */
  private readonly processes = new Set<FunctionProcess>();
  private readonly ending = new Set<FunctionProcess>();
  private readonly idle: FunctionProcess[] = [];
  private readonly waiting: ((process: FunctionProcess | undefined) => void)[] = [];
  private readonly reaper: NodeJS.Timeout;
  private isStopped = false;

  constructor(
    private manifest: Manifest,
    private readonly surroundings: Surroundings,
    private readonly known: Map<string, FunctionProcess>,
  ) {
    this.reaper = setInterval(() => {
      this.reap();
    }, IDLE_MS / 2);
    this.reaper.unref();
  }

  /**
   * Runs a call on a free process. A call made by a function may exceed the limit: its caller holds a process already.
   */
  async run(manifest: Manifest, call: Call, event: string): Promise<Outcome> {
    this.renew(manifest);
    const process = await this.acquire(call.caller.kind === 'function');
    if (process === undefined) return STOPPED;
    const outcome = await process.run(call, event);
    this.release(process);
    return outcome;
  }

  /** Starts a process ahead of the first call. */
  warm(): void {
    if (this.processes.size === 0) this.idle.push(this.spawn());
  }

  state(): PoolState {
    const idle = this.idle.length;
    return { running: this.processes.size - idle, idle, waiting: this.waiting.length };
  }

  /** Ends every process, busy or not, and resolves when they are gone. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.reaper);
    for (const resolve of this.waiting.splice(0)) resolve(undefined);
    for (const process of this.processes) this.end(process);
    await Promise.all([...this.ending].map(({ gone }) => gone));
  }

  private renew(manifest: Manifest): void {
    if (manifest.revision === this.manifest.revision) return;
    this.manifest = manifest;
    for (const process of this.idle.splice(0)) this.end(process);
  }

  private async acquire(beyondLimit: boolean): Promise<FunctionProcess | undefined> {
    if (this.isStopped) return undefined;
    const free = this.idle.pop();
    if (free !== undefined) return free;
    if (this.processes.size < MAX_PROCESSES || beyondLimit) return this.spawn();
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }

  private release(process: FunctionProcess): void {
    const isUsable = process.alive && process.manifest.revision === this.manifest.revision && !this.isStopped;
    if (!isUsable) this.end(process);
    const next = this.waiting.shift();
    if (next !== undefined) next(isUsable ? process : this.spawn());
    else if (isUsable) this.idle.push(process);
    // Whoever killed it is likely to call again at once: load the next bundle meanwhile.
    else if (!this.isStopped) this.warm();
  }

  private spawn(): FunctionProcess {
    const process = new FunctionProcess(this.manifest, this.surroundings, (gone) => {
      this.leave(gone);
      this.ending.delete(gone);
      this.known.delete(gone.credential.secretId);
    });
    this.processes.add(process);
    this.known.set(process.credential.secretId, process);
    return process;
  }

  private end(process: FunctionProcess): void {
    if (!this.leave(process)) return;
    this.ending.add(process);
    process.kill(STOPPED.code, STOPPED.message);
  }

  private leave(process: FunctionProcess): boolean {
    const at = this.idle.indexOf(process);
    if (at >= 0) this.idle.splice(at, 1);
    return this.processes.delete(process);
  }

  private reap(): void {
    const before = performance.now() - IDLE_MS;
    for (const process of this.idle.slice(1)) if (process.lastUsed < before) this.end(process);
  }
}
