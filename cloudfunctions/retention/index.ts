import { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { serveJob } from '../platform/job';
import { anchorFinishedDays } from './anchor';
import { childFound } from './child';
import { eraseDue } from './erase';
import { incident, incidentErased, incidentNotify } from './incident';
import { sweep } from './sweep';

/** The function `retention`: what the operator does, and by timer: erases accounts whose cooling-off is over, and what has outlived its purpose. */
export const main = serveJob(
  'retention',
  operator,
  { childFound, incident, incidentErased, incidentNotify },
  async (job) => {
    // First what cannot wait for a long night of erasures, nor be held up by one.
    const swept = await sweep(job);
    const erased = await eraseDue(job);
    return ok({ ...erased, ...swept, ...(await anchorFinishedDays(job)) });
  },
);
