import tcb from '@cloudbase/node-sdk';
import type { Bench } from './case';
import type { Sdk } from './sdk-types';

/** What a cloud function has in its environment; without it every request would probe a metadata host. */
const FUNCTION_ENVIRONMENT = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'local',
  TCB_ENV: 'local',
  TENCENTCLOUD_SECRETID: 'local-id',
  TENCENTCLOUD_SECRETKEY: 'local-key',
};

/** The SDK's own way of sending, which its `Db` class holds. */
interface DbClass {
  reqClass: new (config: unknown) => { send: Bench['send'] };
}

/**
 * The unmodified SDK against an endpoint; without a URL it goes to CloudBase, with the credentials of the environment.
 */
export function connect(url: string | undefined): Bench {
  for (const [name, value] of Object.entries(FUNCTION_ENVIRONMENT)) process.env[name] ??= value;
  if (url) process.env['TCB_CONTEXT_CNFG'] = JSON.stringify({ URL: url });
  const app = tcb.init({ env: process.env['TCB_ENV'] ?? 'local', timeout: 30_000 });
  const db = app.database() as unknown as Sdk;
  return {
    db,
    _: db.command,
    $: db.command.aggregate,
    rows: db.collection('conformance_rows'),
    others: db.collection('conformance_others'),
    unique: db.collection('conformance_unique'),
    async send(action, params) {
      const request = new (db.constructor as unknown as DbClass).reqClass(db.config);
      return request.send(action, params);
    },
  };
}
