import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudError, openDatabase, type Database } from '../database';

/** Something that answers the SDK's wire protocol. */
export interface Endpoint {
  /** The URL of `POST /admin`; undefined leaves the SDK to its own, which is the real CloudBase. */
  url: string | undefined;
  stop(): Promise<void>;
}

/** The engine behind a bare door: no signature, no functions, only `POST /admin`. */
export async function startBareEndpoint(database?: Database): Promise<Endpoint> {
  const dir = mkdtempSync(join(tmpdir(), 'conformance-'));
  const engine = database ?? openDatabase({ dir, now: () => new Date() });
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const answer = await answerCall(engine, Buffer.concat(chunks).toString('utf8'));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ...answer, requestId: randomUUID() }));
    })();
  });
  server.keepAliveTimeout = 10_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/admin`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (!database) await engine.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function answerCall(engine: Database, body: string): Promise<Record<string, unknown>> {
  try {
    const { action, ...params } = JSON.parse(body) as Record<string, unknown>;
    return await engine.call(String(action), params);
  } catch (error) {
    if (error instanceof CloudError) return { code: error.code, message: error.message };
    return {
      code: 'SYS_ERR',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
