import { account } from '../../src/contracts/account';
import { consent } from '../../src/contracts/consent';
import type { ErrorCode } from '../../src/contracts/errors';
import type { Input, Operation, Output } from '../../src/contracts/operation';
import { policy } from '../../src/contracts/policy';
import { request } from '../../src/contracts/request';
import type { Result } from '../../src/contracts/result';
import type { Management } from './management';
import { Refusal } from './refusal';

/** The functions of an environment, as whoever needs no openid calls them. */
type Functions = Pick<Management, 'invoke'>;

/** A part of the test person's life. */
export type Chapter = 'register' | 'consent' | 'read' | 'request' | 'deregister' | 'erase';

/** How far the test person's life came: to its proven end, or where it stopped and by what sentence. */
export type Life =
  | { end: 'proven'; certificate: string }
  | { end: 'closed' }
  | { end: 'waiting'; certificate: string }
  | { end: 'stopped'; at: Chapter; why: string };

/** An answer that is no success, or that is not what the chapter before has made true. */
class Stopped extends Error {
  constructor(
    readonly why: string,
    readonly code?: ErrorCode,
  ) {
    super(why);
  }
}

/** What a request of the test person says to staff who come to see it. */
const NO_REPLY = '这是部署核对用的测试请求，马上会取消，请不用处理。';
/** How the test person's number begins, as the profile shows it: what was sealed can be opened. */
const NOBODYS = '154';
/** How often the erasing is started and its proof looked for: the timer's own run may be at it. */
const LOOKS = 3;

/** Calls as the test person, whom no event can name: `cloudfunctions/platform/test-person.ts`. */
async function ask<O extends Operation>(
  functions: Functions,
  operation: O,
  input: Input<O>,
): Promise<Output<O>> {
  const event = { action: operation.action, asTestPerson: true, ...(input as object) };
  const text = await functions.invoke(operation.function, event);
  let answer: Result<unknown>;
  try {
    answer = JSON.parse(text) as Result<unknown>;
    if (answer.ok) return operation.output.parse(answer.data) as Output<O>;
  } catch {
    throw new Stopped('');
  }
  throw new Stopped(answer.error.message, answer.error.code);
}

/** Stops where something is not as it must be. */
function must(isSo: boolean): asserts isSo {
  if (!isSo) throw new Stopped('');
}

const phone = { kind: 'wechat', code: 'verify' } as const;

/** Grants one purpose, sees it granted, takes it back, sees that. */
async function choose(functions: Functions): Promise<void> {
  const { items, policyVersion } = await ask(functions, consent.current, {});
  const [item] = items;
  must(item !== undefined);
  for (const granted of [true, false]) {
    await ask(functions, consent.set, { purpose: item.purpose, granted, policyVersion });
    const now = await ask(functions, consent.current, {});
    must(now.items.find(({ purpose }) => purpose === item.purpose)?.granted === granted);
  }
}

/** Lives until the account is frozen and answers its certificate's number; goes on where an earlier one was cut off. */
async function liveOn(functions: Functions, at: (chapter: Chapter) => void): Promise<string> {
  at('register');
  const { status, leaving } = await ask(functions, account.session, {});
  if (leaving) return leaving.certificateId;
  if (status === 'guest') {
    const { version: policyVersion } = await ask(functions, policy.current, {});
    await ask(functions, account.register, { phone, policyVersion, age: 'adult' });
  }
  at('consent');
  await choose(functions);
  at('read');
  const { fields } = await ask(functions, account.profile, {});
  must(fields.find(({ field }) => field === 'phone')?.value?.startsWith(NOBODYS) === true);
  at('request');
  const { id } = await ask(functions, request.submit, { kind: 'question', details: NO_REPLY });
  await ask(functions, request.cancel, { id });
  at('deregister');
  return (await ask(functions, account.deregister, { phone })).certificateId;
}

/** Starts the timer's work. That it takes longer than the API waits says nothing: the proof does. */
async function startErasing(functions: Functions): Promise<void> {
  try {
    await functions.invoke('retention', {});
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'network') throw error;
  }
}

async function isProven(functions: Functions, id: string): Promise<boolean> {
  for (let look = 0; look < LOOKS; look += 1) {
    await startErasing(functions);
    const { state, certificate } = await ask(functions, account.certificate, { id });
    if (state !== 'certified') continue;
    must(Object.values(certificate?.counts ?? {}).every(({ found }) => found === 0));
    const { status } = await ask(functions, account.session, {});
    must(status === 'guest');
    return true;
  }
  return false;
}

/**
 * Lives an account's life as the test person, from registration through consent, a look at its data, a request and
 * deregistration to the erasure by the timer's own work, and reads the certificate: nothing is left of it but what
 * everybody's end leaves. Broken off anywhere, the next one goes on from there.
 */
export async function live(functions: Functions): Promise<Life> {
  let at: Chapter = 'register';
  try {
    const certificate = await liveOn(functions, (chapter) => (at = chapter));
    at = 'erase';
    return { end: (await isProven(functions, certificate)) ? 'proven' : 'waiting', certificate };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return error.code === 'PLATFORM_CLOSED' ? { end: 'closed' } : { end: 'stopped', at, why: error.why };
  }
}
