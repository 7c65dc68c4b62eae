import type { HasTime, Job, RunOutcome } from '../platform/job';
import { runSteps } from '../platform/steps';
import { applyDecisions } from './decisions';
import { sendDisclosures } from './deliveries';
import { deliverMessages } from './messages';

/** Milliseconds since something began. */
type Elapsed = () => number;

/**
 * Until when, in milliseconds since the run began, a part may begin something. One after the other, so that a long
 * queue of one keeps no other from its turn, and the last leaves the slowest recipient its 8 s and the database the
 * rest of the function's 60 s.
 */
const UNTIL_MS = { decisions: 15_000, messages: 28_000, disclosures: 40_000 };

function stopwatch(): Elapsed {
  const began = performance.now();
  return () => performance.now() - began;
}

/** One run: what staff decided, what people must be told, what recipients get. None keeps another from running. */
export function run(job: Job, elapsed: Elapsed = stopwatch()): Promise<RunOutcome> {
  const before =
    (end: number): HasTime =>
    () =>
      elapsed() < end;
  return runSteps('reconcile', job, {
    applyDecisions: (each) => applyDecisions(each, before(UNTIL_MS.decisions)),
    deliverMessages: (each) => deliverMessages(each, before(UNTIL_MS.messages)),
    sendDisclosures: (each) => sendDisclosures(each, before(UNTIL_MS.disclosures)),
  });
}
