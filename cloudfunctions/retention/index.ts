import { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { serveJob } from '../platform/job';
import { childFound } from './child';
import { eraseDue } from './erase';
import { sweep } from './sweep';

/** The function `retention`: what the operator does, and by timer: erases accounts whose cooling-off is over, and what has outlived its purpose. */
export const main = serveJob('retention', operator, { childFound }, async (job) => {
  // First what cannot wait for a long night of erasures, nor be held up by one.
  const swept = await sweep(job);
  return ok({ ...(await eraseDue(job)), ...swept });
});
