import { join, resolve } from 'node:path';
import fastify from 'fastify';
import type { CollectionPlan } from '../../src/contracts/data-map/derive/provision';
import type { Cloud } from './cloud';
import { createClock } from './clock';
import { takeDataFolder } from './data-folder';
import { adminDoor } from './doors/admin';
import { guard } from './doors/guard';
import { inspectDoors } from './doors/inspect';
import { lifeDoor } from './doors/life';
import { pageDoors } from './doors/pages';
import { playDoors } from './doors/play';
import { recentDoor } from './doors/recent';
import { recipientDoors } from './doors/recipients';
import { runDoors } from './doors/run';
import { refuse } from './doors/refuse';
import { storageDoor } from './doors/storage';
import { staffRowDoors } from './doors/staff-rows';
import { wechatDoors } from './doors/wechat';
import { openEnvironments } from './environments';
import { createFaults } from './faults';
import { CloudFunctions } from './functions/cloud-functions';
import { createTimers } from './functions/timers';
import { createLogs } from './logs';
import { startRecipients } from './recipients/server';
import { loadSecrets } from './secrets';
import { loadVaultKeys } from './vault-keys';
import { openFiles } from './storage/files';
import { createUpkeep } from './upkeep';
import { EVENT_FUNCTION, pushed } from './wechat/event';
import { createWeChatSide, TEMPLATES } from './wechat/side';

/** How to start a local cloud. */
export interface LocalCloudOptions {
  /** The data folder; made when missing. */
  dir: string;
  /** 0 takes any free port. */
  port: number;
  /** Built functions; `dist/cloudfunctions` when absent. */
  functionsDir?: string;
  /** The H5 build; `dist/h5` when absent. */
  appDir?: string;
  /** Whether timers ring by the clock on the wall; `POST /timer` works either way. */
  timers?: boolean;
  /** Whether to start one process of each function at once, so that the first call is fast. */
  warm?: boolean;
  /** Variables of the functions, over those of this process: keys, `KEYS_ENV`, template ids. */
  variables?: Readonly<Record<string, string>>;
  /** The collections to create; those of the data map when absent. */
  collections?: readonly CollectionPlan[];
}

/** A running local cloud. */
export interface LocalCloud extends Cloud {
  url: string;
  port: number;
  /** Ends every function process, closes the door and the database, releases the data folder. */
  stop(): Promise<void>;
}

/** Whoever signs in the console is a reviewer; two names show the other roles. */
const TRIAL_STAFF = JSON.stringify({ '*': 'reviewer', 李审: 'second', 陈主管: 'supervisor' });

const HOST = '127.0.0.1';
/** The SDK keeps its sockets for 4.8 s; a server that closes earlier breaks calls at random. */
const KEEP_ALIVE_MS = 65_000;
const MAX_BODY = 8 * 1024 * 1024;

/**
 * Starts a local cloud and resolves when it answers. Rejects with a `DataFolderError` when the data folder cannot
 * be used, and with the system's `EADDRINUSE` when the port is taken.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const dir = resolve(options.dir);
  const release = takeDataFolder(dir);
  const undo: (() => void | Promise<void>)[] = [release];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const app = fastify({
      bodyLimit: MAX_BODY,
      keepAliveTimeout: KEEP_ALIVE_MS,
      forceCloseConnections: true,
    });
    const clock = createClock();
    const given = options.variables ?? {};
    const environments = openEnvironments({
      dir,
      now: () => clock.now(),
      keys: (given['KEYS_ENV'] ?? process.env['KEYS_ENV']) || undefined,
      collections: options.collections,
    });
    const database = environments.main;
    undo.push(() => environments.close());
    const upkeep = createUpkeep(environments.files);
    undo.push(() => upkeep.stop());

    const recipients = await startRecipients(dir);
    undo.push(() => recipients.stop());
    const logs = createLogs();
    const surroundings = {
      adminUrl: '',
      variables: { ...functionVariables(dir, recipients.connections, given), ...recipients.trust },
      clockOffset: () => clock.offset(),
    };
    const functions = new CloudFunctions(
      resolve(options.functionsDir ?? 'dist/cloudfunctions'),
      surroundings,
      clock,
      logs,
    );
    undo.push(() => functions.stop());
    const timers = createTimers(functions, clock, upkeep, options.timers ?? true);
    undo.push(() => {
      timers.stop();
    });
    const templates = {
      sms: surroundings.variables['SMS_TEMPLATE_ID'] ?? TEMPLATES.sms,
      subscribe: surroundings.variables['SUBSCRIBE_TEMPLATE_ID'] ?? TEMPLATES.subscribe,
    };
    const push = async (event: Record<string, unknown>): Promise<void> => {
      await functions.invoke(EVENT_FUNCTION, pushed(event, clock.now()), { kind: 'wechat' });
    };
    const wechat = createWeChatSide(clock, templates, push);
    const files = openFiles(dir, () => surroundings.adminUrl.replace(/\/admin$/, ''));
    const cloud: Cloud = {
      database,
      environments,
      clock,
      faults: createFaults(),
      files,
      logs,
      functions,
      timers,
      upkeep,
      wechat,
    };

    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
    app.addHook('onRequest', guard);
    app.setErrorHandler(refuse);
    app.setNotFoundHandler((request, reply) =>
      reply
        .code(404)
        .send({ code: 'INVALID_PATH', message: `没有 ${request.method} ${request.url} 这个入口` }),
    );
    await app.register(adminDoor, { cloud });
    runDoors(app, cloud);
    playDoors(app, cloud);
    wechatDoors(app, cloud);
    storageDoor(app, cloud);
    inspectDoors(app, cloud);
    staffRowDoors(app, cloud);
    recentDoor(app, cloud);
    recipientDoors(app, recipients.recipients);
    lifeDoor(app, cloud, surroundings.variables['LOOKUP_KEY'] ?? '');
    await app.register(pageDoors, {
      appDir: resolve(options.appDir ?? 'dist/h5'),
      workbenchDir: join(__dirname, 'workbench'),
      consoleDir: join(__dirname, 'console'),
    });
    await app.listen({ host: HOST, port: options.port });
    undo.push(() => app.close());
    undo.push(() => wechat.settled());

    const address = app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : options.port;
    const url = `http://${HOST}:${String(port)}`;
    surroundings.adminUrl = `${url}/admin`;
    if (options.warm === true) functions.warm();
    return { ...cloud, url, port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Variables without a trial's value: where keys lie and which there are, and what an operator decides. */
const CHOSEN = [
  'PLATFORM_CLOSED',
  'FREE_REQUESTS',
  'MINORS_STAFF',
  'KEYS_ENV',
  'MASTER_KEY_PREVIOUS',
  'MASTER_KEY_KMS',
  'MASTER_KEY_PREVIOUS_KMS',
  'KMS_ENDPOINT',
];

/** The project's own variables; a variable of this process wins over the trial's value. */
function functionVariables(
  dir: string,
  own: Record<string, string>,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const trial: Record<string, string> = {
    ...own,
    ...loadSecrets(dir),
    VAULT_PUBLIC_KEY: loadVaultKeys(dir).publicKey,
    COOLING_OFF_DAYS: '3',
    STAFF: TRIAL_STAFF,
    SMS_TEMPLATE_ID: TEMPLATES.sms,
    SUBSCRIBE_TEMPLATE_ID: TEMPLATES.subscribe,
  };
  const variables = Object.entries(trial).map(([key, value]) => [key, process.env[key] ?? value]);
  const chosen = CHOSEN.map((key) => [key, process.env[key] ?? '']);
  const all = { ...Object.fromEntries([...variables, ...chosen]), ...given } as Record<string, string>;
  // A master key that only KMS can tell takes the place of the trial's own.
  if (all['MASTER_KEY_KMS'] && given['MASTER_KEY'] === undefined) all['MASTER_KEY'] = '';
  return all;
}
