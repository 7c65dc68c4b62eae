import { ok } from '../../src/contracts/result';
import { staff } from '../../src/contracts/staff';
import { serveJob } from '../platform/job';
import { applyDecisions } from './decisions';
import { sendDisclosures } from './deliveries';
import { deliverMessages } from './messages';
import { queue, read } from './reading';
import { unmask } from './unmask';

/** The function `reconcile`: each minute it applies what staff decided and sends what people must be told. */
export const main = serveJob('reconcile', staff, { queue, read, unmask }, async (services) => {
  const decisions = await applyDecisions(services);
  const messages = await deliverMessages(services);
  const disclosures = await sendDisclosures(services);
  return ok({ ...decisions, ...messages, ...disclosures });
});
