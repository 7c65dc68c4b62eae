import type { Call, Outcome } from './call';
import { FunctionProcess, type Surroundings } from './function-process';
import type { Manifest } from './manifest';

/** The state of one function's processes, for the console page. */
export interface PoolState {
  running: number;
  idle: number;
  waiting: number;
}

const MAX_PROCESSES = 4;
const IDLE_MS = 60_000;

/** The processes of one function: grown on demand up to a limit, reaped when idle, replaced when the bundle is rebuilt. */
export class Pool {
  private readonly processes = new Set<FunctionProcess>();
  private readonly idle: FunctionProcess[] = [];
  private readonly waiting: ((process: FunctionProcess) => void)[] = [];
  private readonly reaper: NodeJS.Timeout;
  private stopped = false;

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

  /** Runs a call on a free process. A call made by a function may exceed the limit: its caller holds a process already. */
  async run(manifest: Manifest, call: Call, event: string): Promise<Outcome> {
    this.renew(manifest);
    const process = await this.acquire(call.caller.kind === 'function');
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
    this.stopped = true;
    clearInterval(this.reaper);
    const processes = [...this.processes];
    for (const process of processes) process.kill('FUNCTIONS_EXECUTE_FAIL', '本地云已停止');
    await Promise.all(processes.map(({ gone }) => gone));
  }

  private renew(manifest: Manifest): void {
    if (manifest.revision === this.manifest.revision) return;
    this.manifest = manifest;
    for (const process of this.idle.splice(0)) process.kill();
  }

  private async acquire(beyondLimit: boolean): Promise<FunctionProcess> {
    for (let free = this.idle.pop(); free !== undefined; free = this.idle.pop()) {
      if (free.alive) return free;
    }
    if (this.processes.size < MAX_PROCESSES || beyondLimit) return this.spawn();
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }

  private release(process: FunctionProcess): void {
    const usable = process.alive && process.manifest.revision === this.manifest.revision && !this.stopped;
    if (!usable) process.kill();
    const next = this.waiting.shift();
    if (next !== undefined) next(usable ? process : this.spawn());
    else if (usable) this.idle.push(process);
  }

  private spawn(): FunctionProcess {
    const process = new FunctionProcess(this.manifest, this.surroundings, (gone) => {
      this.processes.delete(gone);
      this.known.delete(gone.credential.secretId);
      const at = this.idle.indexOf(gone);
      if (at >= 0) this.idle.splice(at, 1);
    });
    this.processes.add(process);
    this.known.set(process.credential.secretId, process);
    return process;
  }

  private reap(): void {
    const before = performance.now() - IDLE_MS;
    for (const process of this.idle.slice(1)) if (process.lastUsed < before) process.kill();
  }
}
