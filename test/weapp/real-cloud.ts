import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Sent } from '../make/cloud';
import { ask } from './ask';

/** A row of a collection, as it lies in the database. */
export type Row = Record<string, unknown>;

/** A running local cloud, driven through its HTTP doors alone. */
export interface RealCloud {
  url: string;
  /** Plays WeChat, staff or a timer; throws what the door said when it refused. */
  post(door: string, body?: object): Promise<Row>;
  outbox(): Promise<Sent[]>;
  rows(collection: string): Promise<Row[]>;
  /** Every row of every collection, to see whether anything was written. */
  everything(): Promise<Record<string, Row[]>>;
  stop(): Promise<void>;
}

/** Starts a local cloud beside this process; resolves when it answers. */
export async function startRealCloud(): Promise<RealCloud> {
  const child = fork(path.join(__dirname, 'cloud-process.ts'), {
    execArgv: ['--require', require.resolve('tsx/cjs')],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => {
      resolve((message as { url: string }).url);
    });
    child.once('exit', (code) => {
      reject(new Error(`the local cloud did not start: exit ${String(code)}`));
    });
  });
  const read = async (door: string, body?: object): Promise<unknown> => {
    const { status, text } = await ask(`${url}${door}`, body);
    if (status >= 300) throw new Error(`${door}: ${text}`);
    return JSON.parse(text) as unknown;
  };
  const rows = async (collection: string) => {
    const page = (await read(`/api/collections/${collection}?limit=100`)) as { documents: Row[] };
    return page.documents;
  };
  return {
    url,
    post: async (door, body = {}) => (await read(door, body)) as Row,
    outbox: async () => (await read('/wechat/outbox')) as Sent[],
    rows,
    async everything() {
      const collections = (await read('/api/collections')) as { name: string }[];
      return Object.fromEntries(
        await Promise.all(collections.map(async ({ name }) => [name, await rows(name)] as const)),
      );
    },
    async stop() {
      child.disconnect();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
