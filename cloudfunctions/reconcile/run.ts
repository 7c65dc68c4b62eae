import type { HasTime, Job, RunOutcome } from '../platform/job';
import { runSteps } from '../platform/steps';
import { checkPictures } from './check-pictures';
import { applyDecisions } from './decisions';
import { sendDisclosures } from './deliveries';
import { fillQueue } from './fill-queue';
import { deliverMessages } from './messages';
import { remindStaff } from './remind';

/** Milliseconds since something began. */
type Elapsed = () => number;

/**
 * Until when, in milliseconds since the run began, a part may begin something. One after the other, so that a long
 * queue of one keeps no other from its turn, and the last leaves the slowest recipient its 8 s and the database the
 * rest of the function's 60 s.
 */
const UNTIL_MS = {
  decisions: 20_000,
  queue: 27_000,
  messages: 32_000,
  pictures: 36_000,
  disclosures: 43_000,
};

function stopwatch(): Elapsed {
  const began = performance.now();
  return () => performance.now() - began;
}

/**
 * One run: what staff decided, the list they work from, what people must be told, pictures whose look was lost, what
 * recipients get. None keeps another from running.
 */
export function run(job: Job, elapsed: Elapsed = stopwatch()): Promise<RunOutcome> {
  const before =
    (end: number): HasTime =>
    () =>
      elapsed() < end;
  return runSteps('reconcile', job, {
    applyDecisions: (each) => applyDecisions(each, before(UNTIL_MS.decisions)),
    fillQueue: (each) => fillQueue(each, before(UNTIL_MS.queue)),
    remindStaff,
    deliverMessages: (each) => deliverMessages(each, before(UNTIL_MS.messages)),
    checkPictures: (each) => checkPictures(each, before(UNTIL_MS.pictures)),
    sendDisclosures: (each) => sendDisclosures(each, before(UNTIL_MS.disclosures)),
  });
}
