import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { temporaryCredential, type Credential } from '../credentials';
import type { Call, FunctionErrorCode, Outcome } from './call';
import { callContext, callVariables, processVariables } from './identity';
import type { Manifest } from './manifest';
import { residentBytes } from './resident-bytes';

/** What a process needs from the cloud around it. */
export interface Surroundings {
  adminUrl: string;
  /** The project's own variables: keys, template ids. */
  variables: Record<string, string>;
  clockOffset: () => number;
}

type FromProcess =
  | { type: 'ready'; loadMs: number; loadError?: string }
  | { type: 'answer'; requestId: string; result: string }
  | { type: 'failure'; requestId: string; message: string };

const WORKER = join(__dirname, 'worker.cjs');
const MAX_LINES = 200;
const MAX_LINE = 2000;
const MEMORY_CHECK_MS = 100;
const LAST_WORDS_MS = 300;

/** One child process of one function. It runs one call at a time, because a call's identity lives in its variables. */
export class FunctionProcess {
  readonly credential: Credential = temporaryCredential();
  readonly ready: Promise<void>;
  /** Resolves when the process has ended. */
  readonly gone: Promise<void>;
  /** Milliseconds the bundle took to load; undefined until then. */
  loadMs: number | undefined;
  call: Call | undefined;
  lastUsed = performance.now();
  /** The transactions it has begun and not ended. */
  readonly transactions = new Set<string>();

  private readonly child: ChildProcess;
  private finish: ((outcome: Outcome) => void) | undefined;
  private failure: { code: FunctionErrorCode; message: string } | undefined;
  private loadError: string | undefined;
  private tail = '';

  constructor(
    readonly manifest: Manifest,
    private readonly surroundings: Surroundings,
    onExit: (process: FunctionProcess) => void,
  ) {
    const { adminUrl, variables, clockOffset } = surroundings;
    this.child = fork(WORKER, [manifest.entry, String(clockOffset())], {
      env: processVariables(manifest, this.credential, adminUrl, variables),
      // Nothing of the parent's own flags (a TypeScript loader, an inspector) belongs in a function.
      execArgv: [`--max-old-space-size=${String(manifest.memorySize)}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.gone = new Promise((resolve) => {
      this.child.on('exit', (code, signal) => {
        this.exited(code, signal);
        onExit(this);
        resolve();
      });
    });
    const loaded = new Promise<void>((resolve) => {
      this.child.on('message', (message) => {
        this.receive(message as FromProcess, resolve);
      });
    });
    this.ready = Promise.race([loaded, this.gone]);
    this.child.on('error', () => {
      this.child.kill('SIGKILL');
    });
    this.keepLines(this.child.stdout);
    this.keepLines(this.child.stderr);
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null && this.child.connected;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Runs one call to its end. Loading the bundle is not part of the call's time limit, as on the platform. */
  async run(call: Call, event: string): Promise<Outcome> {
    await this.ready;
    if (this.loadError !== undefined) {
      return { ok: false, code: 'FUNCTIONS_EXECUTE_FAIL', message: this.loadError };
    }
    if (!this.alive) return this.death(null, null);
    const { manifest, surroundings } = this;
    const timeLimitMs = manifest.timeout * 1000;
    this.call = call;
    this.tail = '';
    const identity = callVariables(call, surroundings.adminUrl);
    const timer = setTimeout(() => {
      this.kill(
        'FUNCTIONS_TIME_LIMIT_EXCEEDED',
        `函数 ${manifest.name} 超过时限 ${String(manifest.timeout)} 秒`,
      );
    }, timeLimitMs);
    const memory = setInterval(() => void this.checkMemory(), MEMORY_CHECK_MS);
    const outcome = await new Promise<Outcome>((resolve) => {
      this.finish = resolve;
      this.child.send({
        event,
        identity,
        timeLimitMs,
        offset: surroundings.clockOffset(),
        context: callContext(call, manifest, identity),
      });
    });
    clearTimeout(timer);
    clearInterval(memory);
    // Output travels on its own pipes: let what was printed before the answer arrive first.
    await new Promise((resolve) => setImmediate(resolve));
    this.finish = undefined;
    this.call = undefined;
    this.lastUsed = performance.now();
    return outcome;
  }

  /** Ends the process at once; a running call ends with this error. */
  kill(code: FunctionErrorCode = 'FUNCTIONS_EXECUTE_FAIL', message = '函数进程被结束'): void {
    this.failure ??= { code, message };
    this.child.kill('SIGKILL');
  }

  private receive(message: FromProcess, ready: () => void): void {
    if (message.type === 'ready') {
      this.loadMs = message.loadMs;
      this.loadError = message.loadError;
      ready();
      return;
    }
    if (message.requestId !== this.call?.requestId) return;
    this.finish?.(
      message.type === 'answer'
        ? { ok: true, result: message.result }
        : { ok: false, code: 'FUNCTIONS_EXECUTE_FAIL', message: message.message },
    );
  }

  private exited(code: number | null, signal: NodeJS.Signals | null): void {
    // The last words on stderr tell running out of memory from a crash, and may arrive after the exit; but a child
    // of its own may hold the pipes open for ever.
    const closed = new Promise((resolve) => this.child.once('close', resolve));
    void Promise.race([closed, pause(LAST_WORDS_MS)]).then(() => this.finish?.(this.death(code, signal)));
  }

  private death(code: number | null, signal: NodeJS.Signals | null): Outcome & { ok: false } {
    if (this.failure !== undefined) return { ok: false, ...this.failure };
    if (/heap out of memory|allocation failed/i.test(this.tail)) {
      return { ok: false, code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED', message: this.memoryMessage() };
    }
    const how = signal ?? `exit ${String(code)}`;
    return {
      ok: false,
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: `函数进程意外退出（${how}）\n${this.tail.slice(-MAX_LINE)}`,
    };
  }

  private async checkMemory(): Promise<void> {
    const { call } = this;
    const bytes = this.pid === undefined ? undefined : await residentBytes(this.pid);
    if (bytes === undefined || call === undefined || call !== this.call) return;
    if (bytes > this.manifest.memorySize * 1024 * 1024) {
      this.kill('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', this.memoryMessage());
    }
  }

  private memoryMessage(): string {
    return `函数 ${this.manifest.name} 超过内存上限 ${String(this.manifest.memorySize)} MB`;
  }

  private keepLines(stream: Readable | null): void {
    if (stream === null) return;
    createInterface({ input: stream }).on('line', (line) => {
      this.tail = `${this.tail}${line}\n`.slice(-8 * MAX_LINE);
      const lines = this.call?.lines;
      if (lines !== undefined && lines.length < MAX_LINES) lines.push(line.slice(0, MAX_LINE));
    });
  }
}
