import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import { ENVIRONMENT } from '../environment';
import type { Logs } from '../logs';
import type { Call, Caller, Outcome } from './call';
import type { FunctionProcess, Surroundings } from './function-process';
import { readManifest, readManifests, type Manifest } from './manifest';
import { Pool, type PoolState } from './pool';

/** How a call ended, with its request id. */
export type Invocation = Outcome & { requestId: string };

const MAX_EVENT = 6 * 1024 * 1024;
const MAX_RESULT = 6 * 1024 * 1024;
const MAX_CLIENT_RESULT = 1024 * 1024;

/** The functions of one folder, run as built. */
export class CloudFunctions {
  private readonly pools = new Map<string, Pool>();
  private readonly processes = new Map<string, FunctionProcess>();

  constructor(
    private readonly functionsDir: string,
    private readonly surroundings: Surroundings,
    private readonly clock: Clock,
    private readonly logs: Logs,
  ) {}

  list(): (Manifest & { pool: PoolState })[] {
    return readManifests(this.functionsDir).map((manifest) => ({
      ...manifest,
      pool: this.pools.get(manifest.name)?.state() ?? { running: 0, idle: 0, waiting: 0 },
    }));
  }

  find(name: string): Manifest | undefined {
    return readManifest(this.functionsDir, name);
  }

  /** The process that a key pair was given to. */
  processOf(secretId: string): FunctionProcess | undefined {
    return this.processes.get(secretId);
  }

  /** Starts one process of each function, so that nobody waits for the first call. */
  warm(): void {
    for (const manifest of readManifests(this.functionsDir)) this.pool(manifest).warm();
  }

  /** Runs a function. Never rejects: an error of the function or of the platform is an outcome. */
  async invoke(name: string, event: Record<string, unknown>, caller: Caller): Promise<Invocation> {
    const requestId = randomUUID();
    const manifest = this.find(name);
    if (manifest === undefined) {
      return { ok: false, requestId, code: 'FUNCTION_NOT_FOUND', message: `没有名为 ${name} 的云函数` };
    }
    const text = JSON.stringify(withUser(event, caller));
    if (Buffer.byteLength(text) > MAX_EVENT) {
      return { ok: false, requestId, code: 'EXCEED_REQUEST_SIZE_LIMIT', message: '请求超过 6 MB' };
    }
    const sessionToken = randomBytes(16).toString('hex');
    const call: Call = { requestId, function: name, caller, sessionToken, databaseCalls: 0, lines: [] };
    const at = this.clock.now().toISOString();
    const began = performance.now();
    const outcome = limited(await this.pool(manifest).run(manifest, call, text), caller);
    this.logs.add({
      at,
      function: name,
      requestId,
      caller: caller.kind,
      ms: Math.round(performance.now() - began),
      databaseCalls: call.databaseCalls,
      ok: outcome.ok,
      ...(!outcome.ok && { code: outcome.code, message: outcome.message }),
      lines: call.lines,
    });
    return { ...outcome, requestId };
  }

  async stop(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.stop()));
  }

  private pool(manifest: Manifest): Pool {
    const found = this.pools.get(manifest.name);
    if (found !== undefined) return found;
    const pool = new Pool(manifest, this.surroundings, this.processes);
    this.pools.set(manifest.name, pool);
    return pool;
  }
}

/** WeChat writes the caller into the event of a mini program's call, over anything the client put there. */
function withUser(event: Record<string, unknown>, { kind, openid }: Caller): Record<string, unknown> {
  if (kind !== 'mini-program' || openid === undefined) return event;
  return { ...event, userInfo: { appId: ENVIRONMENT.appId, openId: openid } };
}

function limited(outcome: Outcome, { kind }: Caller): Outcome {
  if (!outcome.ok) return outcome;
  const limit = kind === 'mini-program' ? MAX_CLIENT_RESULT : MAX_RESULT;
  if (Buffer.byteLength(outcome.result) <= limit) return outcome;
  return { ok: false, code: 'EXCEED_MAX_RESPONSE_SIZE', message: '函数返回值超过上限' };
}
