import tcb from '@cloudbase/node-sdk';
import { cloudbaseStore } from '../../cloudfunctions/platform/cloudbase-store';
import { Fault } from '../../cloudfunctions/platform/fault';
import { logTo } from '../../cloudfunctions/platform/log';
import type { Store } from '../../cloudfunctions/platform/store';
import { Unreadable } from '../../cloudfunctions/platform/unreadable';
import type { Input, Operation, Output } from '../../src/contracts/operation';
import type { Result } from '../../src/contracts/result';
import { connectionCopy } from './copy';
import { runbookOf } from './runbooks';
import { argumentsOf, CannotOperate, run, sentenceOf, type Options, type Takes } from './run';

export { CannotOperate, exit } from './run';

/** What an operator's command may reach: the functions' own database port, and their operations as the console. */
export interface Operator {
  store: Store;
  /** Calls an operation; an expected refusal is a value, anything else throws `Fault`. */
  call: <Op extends Operation>(operation: Op, input: Input<Op>) => Promise<Result<Output<Op>>>;
  /** Where it looks, for the reader: a URL or an environment's id. */
  where: string;
}

/** Every command takes these; see `connect`. */
const connectionOptions = { env: { type: 'string' } } as const satisfies Options;

/** The key pair of the local cloud's developer; it guards nothing that its other doors do not open. */
const LOCAL = { env: 'local', secretId: 'local', secretKey: 'local' };

/** Without these the SDK probes for a cloud machine before each request, for 60 ms, or complains on the terminal. */
const AS_IN_A_FUNCTION = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: LOCAL.env,
};

/** Has the SDK of this process ask as in a function. */
export function askAsInAFunction(): void {
  for (const [name, value] of Object.entries(AS_IN_A_FUNCTION)) process.env[name] ??= value;
}

/** A long page may take its time; the SDK's own limit is 15 s. */
const TIMEOUT_MS = 60_000;

const LARGEST_PORT = 65_535;

/** The port of the local cloud; an empty `PORT` is none. */
function localPort(given = process.env['PORT'] ?? ''): number {
  if (given === '') return 5210;
  const port = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  if (port < 1 || port > LARGEST_PORT) throw new CannotOperate(connectionCopy.badPort(given));
  return port;
}

function placeOf(env: string | undefined) {
  if (env === undefined) {
    askAsInAFunction();
    const url = `http://127.0.0.1:${String(localPort())}`;
    return { where: url, config: { ...LOCAL, serviceUrl: `${url}/admin` } };
  }
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env;
  if (!secretId || !secretKey) throw new CannotOperate(connectionCopy.noCredentials);
  return { where: env, config: { env, secretId, secretKey } };
}

/**
 * Connects through the real SDK: without `env` to the local cloud on 127.0.0.1 and `PORT`; with it to that CloudBase
 * environment, with the key pair in `TENCENTCLOUD_SECRETID` and `TENCENTCLOUD_SECRETKEY`.
 */
export function connect({ env }: { env?: string | undefined } = {}): Operator {
  // The SDK's remark about a slow request says nothing to the reader of a command, nor do lines for those who watch
  // the functions' log: a command tells by its sentences.
  process.env['SILENCE'] = 'true';
  logTo({ info: () => undefined, error: () => undefined });
  const { where, config } = placeOf(env);
  const app = tcb.init({ ...config, timeout: TIMEOUT_MS, keepalive: true });
  return {
    where,
    store: cloudbaseStore(app),
    async call(operation, input) {
      const data = { action: operation.action, ...(input as object) };
      const reply = await app.callFunction({ name: operation.function, data }).catch((error: unknown) => {
        throw new Fault(`function: ${codeOf(error)}`);
      });
      const result: unknown = (reply as { result?: unknown }).result;
      if (typeof result !== 'object' || result === null || !('ok' in result))
        throw new Fault(`function: ${codeOf(reply)}`);
      // The function's own contract has checked what it answers.
      return result as never;
    },
  };
}

const NO_ANSWER = 'no answer';

function codeOf(reply: unknown): string {
  const code = (reply as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : NO_ANSWER;
}

const unreachable = /: (ECONNREFUSED|ENOTFOUND|ETIMEDOUT|ECONNRESET|EHOSTUNREACH|EAI_AGAIN)$/;
/** Connected, and not answered in time. */
const slow = /: ESOCKETTIMEDOUT$/;

/** The one sentence for what stopped a command that works on `where`, or undefined for a bug. */
function sentenceAbout(error: unknown, where: string): string | undefined {
  if (!(error instanceof Fault)) return sentenceOf(error);
  if (error instanceof Unreadable)
    return error.code === 'DATA_NEWER' ? connectionCopy.newer(runbookOf('schema')) : connectionCopy.damaged;
  if (unreachable.test(error.message)) return connectionCopy.unreachable(where);
  if (slow.test(error.message)) return connectionCopy.slow(where);
  // Whatever answers there does not speak as the cloud does, which always says a code.
  if (error.message.endsWith(`: ${NO_ANSWER}`)) return connectionCopy.notCloud(where);
  return connectionCopy.failed(where, error.message);
}

/**
 * Runs an operator's command: reads its arguments (`--env ID` beside its own), connects, works, and ends the process
 * with the number that the work answers, or with 2 and one sentence when it could not be done; see `run`.
 */
export async function command<const O extends Options>(
  takes: Takes<O>,
  work: (
    operator: Operator,
    given: ReturnType<typeof argumentsOf<O & typeof connectionOptions>>,
  ) => Promise<number>,
): Promise<void> {
  let where = '';
  await run(
    async () => {
      const options = { ...takes.options, ...connectionOptions } as O & typeof connectionOptions;
      const given = argumentsOf({ ...takes, usage: `${takes.usage}\n${connectionCopy.usage}`, options });
      // An empty one comes of a variable that is not set, and is not the local cloud.
      const env = 'env' in given.values ? given.need('env') : undefined;
      const operator = connect({ env });
      ({ where } = operator);
      const code = await work(operator, given);
      if (env === undefined) console.error(connectionCopy.local(where));
      return code;
    },
    (error) => sentenceAbout(error, where),
  );
}
