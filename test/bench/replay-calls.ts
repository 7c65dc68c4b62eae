import { readFileSync } from 'node:fs';
import tcb from '@cloudbase/node-sdk';

/** One call as it went over the wire. */
export interface WireCall {
  action: string;
  params: Record<string, unknown>;
}

/** The SDK's own sender below its fluent interface; its package declares none. */
interface Sender {
  send(action: string, params: Record<string, unknown>): Promise<unknown>;
}

/**
 * Sends recorded database calls again, one after the other, through the SDK and with nothing else: what a run would cost
 * if its logic were free. Run as `replay-calls.ts <url> <file>`; prints the milliseconds it took.
 */
async function main([, , url = '', file = '']: readonly string[]): Promise<void> {
  Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai' });
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const app = tcb.init({
    env: 'local',
    secretId: 'local',
    secretKey: 'local',
    serviceUrl: `${url}/admin`,
  });
  const db = app.database() as unknown as {
    config: object;
    constructor: { reqClass: new (config: object) => Sender };
  };
  const sender = new db.constructor.reqClass(db.config);
  const began = performance.now();
  for (const line of lines) {
    const { action, params } = JSON.parse(line) as WireCall;
    await sender.send(action, params);
  }
  console.log(performance.now() - began);
}

if (require.main === module) void main(process.argv);
