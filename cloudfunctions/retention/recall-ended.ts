import { recipients, type Recipient } from '../../src/contracts/data-map/recipients';
import { ok } from '../../src/contracts/result';
import { beijingDay } from '../domain/calendar/iso-day';
import { isEnded, needsGrant, recipientOf, sentBy } from '../domain/sharing';
import { gt, oneOf } from '../platform/conditions';
import { askBack } from '../platform/disclosures';
import { Fault, faultOf } from '../platform/fault';
import { untilUncontested } from '../platform/handler';
import type { Job } from '../platform/job';
import { log } from '../platform/log';
import { presentMember } from '../platform/member';
import { record } from '../platform/record';

const PAGE = 100;
/** A bound on one run for one recipient; the next run goes on, for who is done with is no longer found. */
const MOST_PAGES = 20;

const endedBy = (now: Date): string[] =>
  Object.entries<Recipient>(recipients).flatMap(([id, recipient]) =>
    needsGrant(recipient) && isEnded(recipient, beijingDay(now)) ? [id] : [],
  );

/**
 * Closes a person's share and asks everything back that ever left by it, in one transaction, which also takes the
 * recipient from the person's `holders`. A share that is closed already was recalled by whoever closed it, and who is
 * being erased has asked for everything. Answers whether this call asked.
 */
async function recall({ store, now }: Job, subject: string, to: string): Promise<boolean> {
  const result = await untilUncontested(async () => {
    const member = await presentMember(store, subject);
    const share = member?.row.shares?.[to];
    if (!member || share?.granted !== true) return ok(false);
    const asked = askBack(member, to, sentBy(share, recipientOf(recipients, to)), now);
    await record(store, member, now, {
      events: [{ type: 'sharing.voided', body: { recipient: to } }, ...asked.events],
      facts: { shares: { ...member.row.shares, [to]: { ...share, granted: false } } },
      ...(asked.rows.length > 0 && { also: (transaction) => transaction.add('disclosures', asked.rows) }),
    });
    return ok(true);
  });
  if (!result.ok) throw new Fault('a recall could not be recorded for conflicts');
  return result.data;
}

/** One person's fault stays with that person, and is met again by the next run. */
async function recallAlone(job: Job, subject: string, to: string): Promise<boolean> {
  try {
    return await recall(job, subject, to);
  } catch (error) {
    log('error', { function: 'retention', fault: faultOf(error), recipient: to });
    return false;
  }
}

/** A page of the people of whom a recipient holds something, by id. */
const givers = ({ store }: Job, to: string, after: string) =>
  store.find(
    'accounts',
    { holders: oneOf([to]), ...(after !== '' && { _id: gt(after) }) },
    { orderBy: ['_id', 'asc'], limit: PAGE, only: ['_id'], known: true },
  );

/**
 * Asks back what lies at recipients with whom it has ended, from everyone of whom something was given there (PIPL 21,
 * 47), however long ago: by what each account says of its holders, for the rows of deliveries have a life that ends. A
 * run may be killed or repeated anywhere.
 */
export async function recallEnded(job: Job): Promise<{ recalled: number }> {
  let recalled = 0;
  for (const to of endedBy(job.now))
    for (let after = '', page = 0; page < MOST_PAGES; page += 1) {
      const rows = await givers(job, to, after);
      for (const { _id } of rows) recalled += Number(await recallAlone(job, _id, to));
      after = rows.at(-1)?._id ?? '';
      if (rows.length < PAGE) break;
    }
  return { recalled };
}
