import { readFileSync } from 'node:fs';
import tcb from '@cloudbase/node-sdk';
import { EJSON } from 'bson';

/** One call as it went over the wire. */
export interface WireCall {
  action: string;
  params: Record<string, unknown>;
}

/** The SDK's own sender below its fluent interface; its package declares none. */
interface Sender {
  send(action: string, params: Record<string, unknown>): Promise<unknown>;
}

/** What the SDK turns into text for the wire, and reads back from it: that is its work, not ours. */
const coded = ['query', 'data'];
const asText = (value: unknown) => EJSON.stringify(value, { relaxed: false });

function decoded(params: WireCall['params']): WireCall['params'] {
  const read = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(read) : EJSON.parse(String(value), { relaxed: false });
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, coded.includes(name) ? read(value) : value]),
  );
}

const encoded = (params: WireCall['params']): WireCall['params'] =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (!coded.includes(name)) return [name, value];
      return [name, Array.isArray(value) ? value.map(asText) : asText(value)];
    }),
  );

/**
 * Sends recorded database calls again, one after the other, through the SDK's sender and with nothing else but what the
 * SDK itself does to a call's values: what a run would cost if its logic were free. Run as `replay-calls.ts <url>
 * <file>`; prints the milliseconds it took.
 */
async function main([, , url = '', file = '']: readonly string[]): Promise<void> {
  Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai' });
  const calls = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as WireCall)
    .map(({ action, params }) => ({ action, params: decoded(params) }));
  const app = tcb.init({ env: 'local', secretId: 'local', secretKey: 'local', serviceUrl: `${url}/admin` });
  const db = app.database() as unknown as {
    config: object;
    constructor: { reqClass: new (config: object) => Sender };
  };
  const sender = new db.constructor.reqClass(db.config);
  const began = performance.now();
  for (const { action, params } of calls) {
    const reply = (await sender.send(action, encoded(params))) as { data?: { list?: string[] } };
    for (const row of reply.data?.list ?? []) EJSON.parse(row);
  }
  console.log(performance.now() - began);
}

if (require.main === module) void main(process.argv);
