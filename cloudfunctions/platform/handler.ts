import { setTimeout as pause } from 'node:timers/promises';
import { edition, oldestServed } from '../../src/contracts/edition';
import { fail } from '../../src/contracts/errors';
import type { Input, Operation, Output } from '../../src/contracts/operation';
import { ok, type Result } from '../../src/contracts/result';
import { cloudbaseStore } from './cloudbase-store';
import { Fault, faultOf } from './fault';
import { identityOf, type Identity } from './identity';
import { holdsUnknown, parseInput } from './input';
import { log } from './log';
import { isHere } from './region';
import { Conflict, type Store } from './store';
import { AS_TEST_PERSON, besideTestPerson, isOfLife } from './test-person';
import { Unreadable } from './unreadable';
import { wechat, type WeChat } from './wechat';

/** What a handler may reach. */
export interface Services {
  store: Store;
  wechat: WeChat;
}

/** One call as its handler sees it. `openid` is empty for a console call. */
export interface Call<I> extends Services {
  input: I;
  openid: string;
  now: Date;
  /** Runs work that must happen once even if the operation is repeated after a conflict. */
  once: <T>(work: () => Promise<T>) => Promise<T>;
}

type Operations = Readonly<Record<string, Operation>>;

/** A handler for each operation of a function; an operation without one does not compile. */
export type Handlers<O extends Operations> = {
  [A in keyof O]: (call: Call<Input<O[A]>>) => Promise<Result<Output<O[A]>>>;
};

/** What CloudBase adds to an event by itself; never read. */
const addedByPlatform = ['userInfo', 'tcbContext'];
const MOST_TRIES = 6;

function onceOnly(): Call<unknown>['once'] {
  let result: Promise<unknown> | undefined;
  return <T>(work: () => Promise<T>) =>
    (result ??= work().catch((error: unknown) => {
      // What did not happen may be tried again.
      result = undefined;
      throw error;
    })) as Promise<T>;
}

/** Repeats work that lost against another writer, with growing, jittered pauses; then says BUSY. */
export async function untilUncontested<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      await pause(2 ** tries * 5 * (1 + Math.random()));
    }
  }
  return fail('BUSY');
}

/** The services of this process. */
export const services = (): Services => ({ store: cloudbaseStore(), wechat: besideTestPerson(wechat) });

/** Members of an event that are no input: what the platform adds, and for whom the console asks to act. */
const asideFor = ({ kind }: Identity) =>
  kind === 'test-person' ? [...addedByPlatform, AS_TEST_PERSON] : addedByPlatform;

function refuseCaller(operation: Operation, { kind }: Identity): Result<never> | undefined {
  if (operation.caller === kind || (kind === 'test-person' && isOfLife(operation))) return undefined;
  return fail(operation.caller === 'console' ? 'CONSOLE_ONLY' : 'MINI_PROGRAM_ONLY');
}

/** Nothing leaves that the contract does not name: the output schemas are strict. */
function presented(operation: Operation, data: unknown): unknown {
  const parsed = operation.output.safeParse(data);
  if (!parsed.success)
    throw new Fault(`answer of ${operation.function}.${operation.action} breaks its contract`);
  return parsed.data;
}

async function answer<O extends Operations>(
  operations: O,
  handlers: Handlers<O>,
  event: Readonly<Record<string, unknown>>,
  context: object,
): Promise<Result<unknown>> {
  const { action, edition: theirs = edition, ...rest } = event;
  const operation =
    typeof action === 'string' && Object.hasOwn(operations, action) ? operations[action] : undefined;
  if (!isHere()) return fail('REGION_OUTSIDE');
  if (typeof theirs !== 'number') return fail('INVALID_INPUT');
  if (theirs < oldestServed) return fail('APP_OLDER');
  if (!operation) return fail(theirs > edition ? 'APP_NEWER' : 'UNKNOWN_ACTION');
  const identity = identityOf(context, rest);
  const refused = refuseCaller(operation, identity);
  if (refused) return refused;
  const aside = asideFor(identity);
  const given = Object.fromEntries(Object.entries(rest).filter(([name]) => !aside.includes(name)));
  const input = parseInput(operation.input, given, operation.labels);
  if (!input.ok) return theirs > edition && holdsUnknown(operation.input, given) ? fail('APP_NEWER') : input;
  const call: Call<never> = {
    ...services(),
    input: input.data as never,
    openid: identity.openid ?? '',
    now: new Date(),
    once: onceOnly(),
  };
  const result = await untilUncontested<unknown>(() => handlers[operation.action as keyof O](call));
  return result.ok ? ok(presented(operation, result.data)) : result;
}

/** Makes a function's `main`: parse, identify, authorise, act, present. A bug answers INTERNAL and logs no values. */
export function serve<O extends Operations>(name: string, operations: O, handlers: Handlers<O>) {
  return async (event: unknown, context: object): Promise<Result<unknown>> => {
    const began = Date.now();
    const given = typeof event === 'object' && event !== null ? (event as Record<string, unknown>) : {};
    const result = await answer(operations, handlers, given, context).catch((error: unknown) => {
      log('error', { function: name, fault: faultOf(error) });
      return fail(error instanceof Unreadable ? error.code : 'INTERNAL');
    });
    const known = typeof given['action'] === 'string' && Object.hasOwn(operations, given['action']);
    log('info', {
      function: name,
      action: known ? String(given['action']) : 'unknown',
      outcome: result.ok ? 'ok' : result.error.code,
      ms: Date.now() - began,
    });
    return result;
  };
}
