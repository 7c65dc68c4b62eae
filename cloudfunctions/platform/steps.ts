import { faultOf } from './fault';
import type { Job, RunOutcome } from './job';
import { log } from './log';

/** What a step did, by counts. */
export type Counts = Readonly<Record<string, number>>;

/** The steps of a timer's run, in their order, by the name under which a failure is told. */
export type Steps = Readonly<Record<string, (job: Job) => Promise<Counts>>>;

/**
 * Runs steps one after the other. One that throws is logged by its name and keeps none of the others from running; the
 * answer names it, for a run with a failed step is no good run.
 */
export async function runSteps(name: string, job: Job, steps: Steps): Promise<RunOutcome> {
  const failed: string[] = [];
  let counts: Counts = {};
  for (const [action, step] of Object.entries(steps)) {
    try {
      counts = { ...counts, ...(await step(job)) };
    } catch (error) {
      log('error', { function: name, action, fault: faultOf(error) });
      failed.push(action);
    }
  }
  return { ...counts, failed };
}
