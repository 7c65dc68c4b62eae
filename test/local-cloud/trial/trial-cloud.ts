import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../server';

/** A function written by a test: the source of its `index.js`, and its `config.json`. */
export interface TrialFunction {
  source: string;
  config?: Record<string, unknown>;
}

/** An answer of a door. */
interface Answer {
  status: number;
  body: unknown;
}

/** A local cloud with a test's own functions in a folder of its own. */
export interface TrialCloud extends LocalCloud {
  dir: string;
  functionsDir: string;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Calls a function as a mini program user, or as the console without one. */
  invoke(name: string, event: unknown, openid?: string): Promise<Answer>;
}

/** Bundles the functions as the project's own build does, SDK and all, and starts a cloud on them. */
export async function startTrialCloud(
  functions: Record<string, TrialFunction>,
  options: Partial<LocalCloudOptions> = {},
): Promise<TrialCloud> {
  const home = mkdtempSync(join(tmpdir(), 'local-cloud-'));
  const functionsDir = join(home, 'functions');
  for (const [name, trial] of Object.entries(functions)) await writeFunction(functionsDir, name, trial);
  const dir = options.dir ?? join(home, 'data');
  const cloud = await startLocalCloud({
    port: 0,
    timers: false,
    functionsDir,
    collections: [
      { name: 'things', indexes: [] },
      { name: 'staff_decisions', indexes: [] },
    ],
    ...options,
    dir,
  });
  const send = async (method: string, path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(`${cloud.url}${path}`, { method, ...init });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, body: isJson ? (JSON.parse(text) as unknown) : text };
  };
  const post: TrialCloud['post'] = (path, body = {}, headers = {}) =>
    send('POST', path, {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  return {
    ...cloud,
    dir,
    functionsDir,
    post,
    get: (path, headers = {}) => send('GET', path, { headers }),
    invoke: (name, event, openid) =>
      post(`/invoke/${name}`, event, openid === undefined ? {} : { 'x-openid': openid }),
    stop: async () => {
      await cloud.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Writes one built function, over an older one. */
export async function writeFunction(
  functionsDir: string,
  name: string,
  { source, config = {} }: TrialFunction,
): Promise<void> {
  const folder = join(functionsDir, name);
  mkdirSync(folder, { recursive: true });
  const result = await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    write: false,
    logLevel: 'silent',
  });
  writeFileSync(join(folder, 'index.js'), result.outputFiles[0]?.contents ?? '');
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ timeout: 5, memorySize: 256, ...config }));
}
