import { fail } from '../../src/contracts/errors';
import type { Operation } from '../../src/contracts/operation';
import type { Result } from '../../src/contracts/result';
import { serve, services, type Handlers, type Services } from './handler';
import { identityOf } from './identity';
import { log } from './log';
import { isHere } from './region';

/** What a timer's work gets: the services and the instant it began. */
export type Job = Services & { now: Date };

/** Whether a run may begin one more piece of work; asked before each, for a function that is cut off tells nothing. */
export type HasTime = () => boolean;

/** What a run did, by counts; where it has steps, with the names of those that failed. */
export type RunOutcome = Readonly<Record<string, number | readonly string[]>>;

/** As a line of the log has it. */
const flat = (outcome: RunOutcome) =>
  Object.fromEntries(
    Object.entries(outcome).map(([name, value]) => [name, typeof value === 'number' ? value : value.join()]),
  );

/**
 * Makes the `main` of a function that a timer starts. An event with an `action` is a call from the console; anything
 * else runs the work. A person inside WeChat can do neither.
 */
export function serveJob<O extends Readonly<Record<string, Operation>>>(
  name: string,
  operations: O,
  handlers: Handlers<O>,
  work: (job: Job) => Promise<Result<RunOutcome>>,
) {
  const call = serve(name, operations, handlers);
  return async (event: unknown, context: object): Promise<Result<unknown>> => {
    if (!isHere()) return fail('REGION_OUTSIDE');
    if (identityOf(context).kind !== 'console') return fail('CONSOLE_ONLY');
    if (typeof event === 'object' && event !== null && 'action' in event) return call(event, context);
    const began = Date.now();
    const result = await work({ ...services(), now: new Date() });
    const counts = result.ok ? flat(result.data) : {};
    log('info', { function: name, action: 'timer', ms: Date.now() - began, ...counts });
    return result;
  };
}
