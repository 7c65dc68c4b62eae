import { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { serveJob, type Job } from '../platform/job';
import { runSteps } from '../platform/steps';
import { anchorFinishedDays } from './anchor';
import { certifyWiped } from './certify-wiped';
import { eraseDue, ERASING_MS } from './erase';
import { emptyIdleForms } from './idle-forms';
import { migrate, MIGRATING_MS } from './migrate';
import { operations } from './operations';
import { sweepOrphans } from './orphans';
import { checkRequests, lapseRequests, rescheduleRequests } from './requests';
import { recallEnded } from './recall-ended';
import { takeUpReturned } from './returned';
import { rewrapKeys } from './rewrap';
import { sweep } from './sweep';
import { finishWithdrawals } from './withdrawn';

/** The function `retention`: what the operator does, and by timer the end of every life that is over. */
export const main = serveJob('retention', operator, operations, async (job) => {
  const began = performance.now();
  const steps = {
    // A life is counted from what rows of older releases may have to be given first.
    migrate: (each: Job) => migrate(each, () => performance.now() - began < MIGRATING_MS),
    // Then what cannot wait for a long night of erasures.
    sweep,
    lapseRequests,
    rescheduleRequests,
    checkRequests,
    emptyIdleForms,
    finishWithdrawals,
    takeUpReturned,
    recallEnded,
    eraseDue: (each: Job) => eraseDue(each, () => performance.now() - began < ERASING_MS),
    certifyWiped,
    rewrapKeys,
    sweepOrphans,
    anchorFinishedDays,
  };
  return ok(await runSteps('retention', job, steps));
});
