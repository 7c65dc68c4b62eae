import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { AS_TEST_PERSON, testPerson } from '../../cloudfunctions/platform/test-person';
import { account } from '../../src/contracts/account';
import { consent } from '../../src/contracts/consent';
import type { Input, Operation, Output } from '../../src/contracts/operation';
import { policy } from '../../src/contracts/policy';
import { request } from '../../src/contracts/request';
import { cloudCopy } from './copy';
import type { Management } from './management';
import { Refusal } from './refusal';

/** The functions of an environment, as whoever needs no openid calls them. */
type Functions = Pick<Management, 'invoke'>;

/** A part of the test person's life. */
export type Chapter = 'register' | 'consent' | 'read' | 'request' | 'deregister' | 'erase';

/** Why it stopped: a function's refusal, the cloud's, steps of the timer's run that failed; or no answer of ours. */
export interface Why {
  code?: string;
  refusal?: Refusal;
  failed?: readonly string[];
}

/** How far the test person's life came: to its proven end, or where it stopped. */
export type Life =
  | { end: 'proven'; certificate: string }
  | { end: 'closed' | 'waiting' }
  | { end: 'stopped'; at: Chapter; why: Why };

/** An answer that is no success, or that is not what the chapters before have made true. */
class Stopped extends Error {
  constructor(readonly why: Why) {
    super('stopped');
  }
}

/** One attempt a life, so that a life which goes on meets the request that it has filed before. */
const ATTEMPT = 'verify';
/** How often the proof is looked for, and how long between: the timer's own run may be at it. */
const LOOKS = 4;
const PAUSE_MS = 3_000;

const phone = { kind: 'wechat', code: 'verify' } as const;
const refused = z.object({ ok: z.literal(false), error: z.object({ code: z.string() }) });
const run = z.object({ ok: z.literal(true), data: z.object({ failed: z.array(z.string()) }) });

/** What a function answered, as far as it is an answer; one that crashed or ran out of time gives none of ours. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Stops where something is not as it must be. */
function must(isSo: boolean): asserts isSo {
  if (!isSo) throw new Stopped({});
}

/** Calls as the test person, whom no event can name. */
async function ask<O extends Operation>(
  functions: Functions,
  operation: O,
  input: Input<O>,
): Promise<Output<O>> {
  const event = { action: operation.action, [AS_TEST_PERSON]: true, ...(input as object) };
  const answer = parsed(await functions.invoke(operation.function, event));
  const no = refused.safeParse(answer);
  if (no.success) throw new Stopped({ code: no.data.error.code });
  const yes = z.object({ ok: z.literal(true), data: operation.output }).safeParse(answer);
  must(yes.success);
  return yes.data.data as Output<O>;
}

/** Whether a call was refused for this reason; any other refusal stops. */
async function isRefused(code: string, call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return false;
  } catch (error) {
    if (error instanceof Stopped && error.why.code === code) return true;
    throw error;
  }
}

/**
 * Grants one purpose, sees it granted, takes it back, sees that. One that waits for a policy that is only announced yet
 * can be granted by nobody; where all do, there is nothing to choose.
 */
async function choose(functions: Functions): Promise<void> {
  const { items, policyVersion } = await ask(functions, consent.current, {});
  const say = (purpose: string, granted: boolean) =>
    ask(functions, consent.set, { purpose, granted, policyVersion });
  const isGranted = async (purpose: string) =>
    (await ask(functions, consent.current, {})).items.find((item) => item.purpose === purpose)?.granted;
  for (const { purpose } of items) {
    if (await isRefused('POLICY_STALE', say(purpose, true))) continue;
    must((await isGranted(purpose)) === true);
    await say(purpose, false);
    must((await isGranted(purpose)) === false);
    return;
  }
}

/** Lives until the account is frozen and answers its certificate's number; goes on where an earlier one was cut off. */
async function liveOn(functions: Functions, at: (chapter: Chapter) => void): Promise<string> {
  at('register');
  const { status, leaving } = await ask(functions, account.session, {});
  if (leaving) return leaving.certificateId;
  const { version: policyVersion } = await ask(functions, policy.current, {});
  // Who was cut off before a policy came into force has agreed to the one before.
  if (status === 'guest') await ask(functions, account.register, { phone, policyVersion, age: 'adult' });
  else await ask(functions, account.agree, { policyVersion });
  at('consent');
  await choose(functions);
  at('read');
  const { fields } = await ask(functions, account.profile, {});
  // The number, masked: what was sealed opens.
  must(fields.some(({ value }) => value?.startsWith(testPerson.phone.slice(0, 3)) === true));
  at('request');
  const { id } = await ask(functions, request.submit, {
    kind: 'question',
    details: cloudCopy.life.details,
    attempt: ATTEMPT,
  });
  await ask(functions, request.cancel, { id });
  at('deregister');
  return (await ask(functions, account.deregister, { phone })).certificateId;
}

/** Starts the timer's work. That it takes longer than the API waits says nothing: the proof does. */
async function startErasing(functions: Functions): Promise<void> {
  let text: string;
  try {
    text = await functions.invoke('retention', {});
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'network') return;
    throw error;
  }
  const ran = run.safeParse(parsed(text));
  must(ran.success);
  const { failed } = ran.data.data;
  if (failed.length > 0) throw new Stopped({ failed });
}

/** Whether the certificate is there and says that an account went; and that it is not this one that still stands. */
async function isProven(functions: Functions, id: string): Promise<boolean> {
  await startErasing(functions);
  for (let look = 1; look <= LOOKS; look += 1) {
    const { state, certificate } = await ask(functions, account.certificate, { id });
    if (state === 'certified') {
      must(certificate?.counts['accounts']?.removed === 1);
      const { leaving } = await ask(functions, account.session, {});
      must(leaving?.certificateId !== id);
      return true;
    }
    if (look < LOOKS) await pause(PAUSE_MS);
  }
  return false;
}

/**
 * Lives an account's life as the test person, from registration through consent, a look at its data, a request and
 * deregistration to the erasure by the timer's own work, and reads the certificate. Broken off before the erasure, the
 * next one goes on from there.
 */
export async function live(functions: Functions): Promise<Life> {
  let at: Chapter = 'register';
  try {
    const certificate = await liveOn(functions, (chapter) => (at = chapter));
    at = 'erase';
    return (await isProven(functions, certificate)) ? { end: 'proven', certificate } : { end: 'waiting' };
  } catch (error) {
    if (error instanceof Refusal) return { end: 'stopped', at, why: { refusal: error } };
    if (!(error instanceof Stopped)) throw error;
    const { why } = error;
    return why.code === 'PLATFORM_CLOSED' ? { end: 'closed' } : { end: 'stopped', at, why };
  }
}
