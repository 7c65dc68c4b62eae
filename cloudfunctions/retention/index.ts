import { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { serveJob } from '../platform/job';
import { anchorFinishedDays } from './anchor';
import { childFound } from './child';
import { certifyWiped } from './certify';
import { deliver } from './deliver';
import { compelled, disclose } from './disclose';
import { eraseDue } from './erase';
import { excuse } from './excuse';
import { handover } from './handover';
import { importFact } from './import';
import { incident, incidentErased, incidentNotify } from './incident';
import { sweepOrphans } from './orphans';
import { replay, takeUpReturned } from './replay';
import { signingKey } from './public-key';
import { rewrapKeys } from './rewrap';
import { shutdown, shutdownPlan } from './shutdown';
import { statistics } from './statistics';
import { sweep } from './sweep';

/** The function `retention`: what the operator does, and by timer the end of every life that is over. */
export const main = serveJob(
  'retention',
  operator,
  {
    signingKey,
    childFound,
    shutdownPlan,
    shutdown,
    incident,
    incidentErased,
    incidentNotify,
    statistics,
    replay,
    deliver,
    disclose,
    compelled,
    import: importFact,
    excuse,
    handover,
  },
  async (job) => {
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
  },
);
