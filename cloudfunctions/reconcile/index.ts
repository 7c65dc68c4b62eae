import { ok } from '../../src/contracts/result';
import { staff } from '../../src/contracts/staff';
import { serveJob } from '../platform/job';
import { picture } from './picture';
import { notices, queue } from './queue';
import { read } from './reading';
import { run } from './run';
import { unmask } from './unmask';

/** The function `reconcile`: each minute it applies what staff decided and sends what people must be told. */
export const main = serveJob('reconcile', staff, { queue, notices, read, unmask, picture }, async (job) =>
  ok(await run(job)),
);
