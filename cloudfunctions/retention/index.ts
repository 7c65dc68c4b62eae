import { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { serveJob } from '../platform/job';
import { anchorFinishedDays } from './anchor';
import { certifyWiped } from './certify-wiped';
import { eraseDue } from './erase';
import { operations } from './operations';
import { sweepOrphans } from './orphans';
import { takeUpReturned } from './returned';
import { rewrapKeys } from './rewrap';
import { sweep } from './sweep';

/** The function `retention`: what the operator does, and by timer the end of every life that is over. */
export const main = serveJob('retention', operator, operations, async (job) => {
  // First what cannot wait for a long night of erasures, nor be held up by one.
  const swept = await sweep(job);
  const returned = await takeUpReturned(job);
  const erased = await eraseDue(job);
  const waited = await certifyWiped(job);
  return ok({
    ...erased,
    ...waited,
    ...swept,
    ...returned,
    ...(await rewrapKeys(job)),
    ...(await sweepOrphans(job)),
    ...(await anchorFinishedDays(job)),
  });
});
