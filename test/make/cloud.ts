import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure } from '../../src/contracts/result';
import { startLocalCloud, type LocalCloud } from '../local-cloud/server';

/** An answer of a product function, as a client sees it before it knows the type. */
export type Answer = { ok: true; data: Record<string, unknown> } | { ok: false; error: Failure };

/** A message that left for WeChat. */
export interface Sent {
  to: string;
  kind: 'sms' | 'subscribe';
  text?: string;
  data?: Record<string, string>;
}

/** A local cloud on the built functions, driven through its doors alone, in a data folder of its own. */
export interface TestCloud {
  cloud: LocalCloud;
  dir: string;
  /** Stops it and starts it again on the same data with other variables, as a new deployment would. */
  restart(variables: Readonly<Record<string, string>>): Promise<void>;
  post(
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown }>;
  /** Calls a function as a person, or as the console without one. */
  invoke(name: string, event: unknown, openid?: string): Promise<Answer>;
  timer(name: string): Promise<Answer>;
  travel(to: Date | string | null): Promise<void>;
  phoneCode(openid: string, number: string): Promise<string>;
  outbox(): Promise<Sent[]>;
  /** What lies in a collection, straight from the engine; of the functions' environment unless told. */
  rows(collection: string, environment?: string): Record<string, unknown>[];
  /** Database calls of the newest call of a function. */
  databaseCalls(name: string): number;
  /** Its milliseconds as well, by the local cloud's own log. */
  lastCall(name: string): { ms: number; databaseCalls: number };
  /** The keys of this cloud's functions, as environment variables. */
  secrets(): Record<string, string>;
  /** Files under the data folder that hold this text. */
  filesHolding(text: string): string[];
  stop(): Promise<void>;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Starts a local cloud in a fresh folder, its functions with these variables (`KEYS_ENV`, keys) over their own, or
 * other builds of them; its timers ring only when told.
 */
export async function startTestCloud(
  variables: Readonly<Record<string, string>> = {},
  functionsDir?: string,
): Promise<TestCloud> {
  const dir = mkdtempSync(join(tmpdir(), 'journey-'));
  const start = (given: Readonly<Record<string, string>>) =>
    startLocalCloud({
      dir,
      port: 0,
      timers: false,
      variables: given,
      ...(functionsDir !== undefined && { functionsDir }),
    });
  let cloud = await start(variables);
  const post: TestCloud['post'] = async (path, body = {}, headers = {}) => {
    const response = await fetch(`${cloud.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  const answered = async (path: string, body: unknown, headers?: Record<string, string>): Promise<Answer> => {
    const answer = await post(path, body, headers);
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as Answer;
  };
  const lastCall: TestCloud['lastCall'] = (name) =>
    cloud.logs.entries().find((entry) => entry.function === name) ?? { ms: NaN, databaseCalls: -1 };
  return {
    get cloud() {
      return cloud;
    },
    dir,
    async restart(given) {
      await cloud.stop();
      cloud = await start(given);
    },
    post,
    invoke: (name, event, openid) =>
      answered(`/invoke/${name}`, event, openid === undefined ? {} : { 'x-openid': openid }),
    timer: (name) => answered(`/timer/${name}`, {}),
    async travel(to) {
      await post('/clock', { now: to instanceof Date ? to.toISOString() : to });
    },
    async phoneCode(openid, number) {
      const { body } = await post('/wechat/phone', { openid, number });
      return (body as { code: string }).code;
    },
    async outbox() {
      return (await (await fetch(`${cloud.url}/wechat/outbox`)).json()) as Sent[];
    },
    rows: (collection, environment = 'local') =>
      (cloud.environments.named(environment)?.documents(collection, { offset: 0, limit: 1000 }) ??
        []) as Record<string, unknown>[],
    databaseCalls: (name) => lastCall(name).databaseCalls,
    lastCall,
    secrets: () => JSON.parse(readFileSync(join(dir, 'secrets.json'), 'utf8')) as Record<string, string>,
    filesHolding: (text) => filesUnder(dir).filter((file) => readFileSync(file).includes(text)),
    async stop() {
      await cloud.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Answers as this cloud's functions do, for a stand-in of the management API that is asked to invoke one. */
export const answersBy =
  (on: TestCloud) =>
  async (name: string, event: string): Promise<string> =>
    JSON.stringify(await on.invoke(name, JSON.parse(event)));
