import { recipients, type Recipient } from '../../src/contracts/data-map/recipients';
import { ok } from '../../src/contracts/result';
import { beijingDay } from '../domain/calendar/iso-day';
import { isEnded, needsGrant, recipientOf, sentBy } from '../domain/sharing';
import { lte } from '../platform/conditions';
import { askBack } from '../platform/disclosures';
import { Fault, faultOf } from '../platform/fault';
import { untilUncontested } from '../platform/handler';
import type { Job } from '../platform/job';
import { log } from '../platform/log';
import { presentMember } from '../platform/member';
import { record } from '../platform/record';
import type { Row } from '../platform/store';

const PAGE = 100;
/** A bound on one run for one recipient; the next run goes on. */
const MOST_PAGES = 20;
const PAUSE_MS = 6 * 60 * 60_000;

/** The delivery is settled: what it gave was asked back, or there is nobody any more whose share says so. */
const settled = { state: 'recalled' } as const;

const endedBy = (now: Date): string[] =>
  Object.entries<Recipient>(recipients).flatMap(([id, recipient]) =>
    needsGrant(recipient) && isEnded(recipient, beijingDay(now)) ? [id] : [],
  );

/**
 * Closes the share behind a delivery, asks everything back that ever left by it, and settles the delivery, in one
 * transaction. A share that is closed already was recalled by whoever closed it. Answers whether this call asked.
 */
async function recall({ store, now }: Job, { _id, subject, to }: Row<'disclosures'>): Promise<boolean> {
  const result = await untilUncontested(async () => {
    const member = await presentMember(store, subject);
    const share = member?.row.shares?.[to];
    if (!member || share?.granted !== true) {
      await store.change('disclosures', { _id, state: 'done' }, settled);
      return ok(false);
    }
    const asked = askBack(member, to, sentBy(share, recipientOf(recipients, to)), now);
    await record(store, member, now, {
      events: [{ type: 'sharing.voided', body: { recipient: to, disclosure: _id } }, ...asked.events],
      facts: { shares: { ...member.row.shares, [to]: { ...share, granted: false } } },
      also: async (transaction) => {
        if (asked.rows.length > 0) await transaction.add('disclosures', asked.rows);
        await transaction.change('disclosures', _id, settled);
      },
    });
    return ok(true);
  });
  if (!result.ok) throw new Fault('a recall could not be recorded for conflicts');
  return result.data;
}

/** One person's fault stays with that person, and is met again later. */
async function recallAlone(job: Job, row: Row<'disclosures'>): Promise<boolean> {
  const { _id, to } = row;
  try {
    return await recall(job, row);
  } catch (error) {
    log('error', { function: 'retention', fault: faultOf(error), recipient: to, disclosure: _id });
    const nextAt = new Date(job.now.getTime() + PAUSE_MS).toISOString();
    await job.store.change('disclosures', { _id, state: 'done' }, { nextAt });
    return false;
  }
}

/**
 * Asks back what lies at recipients with whom it has ended, from everyone of whom something was delivered there (PIPL
 * 21, 47). By the rows of what was delivered, for an account cannot be found by its shares; each is settled when it is
 * done with, so a run may be killed or repeated anywhere.
 */
export async function recallEnded(job: Job): Promise<{ recalled: number }> {
  let recalled = 0;
  for (const to of endedBy(job.now))
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const given = { to, state: 'done', kind: 'delivery', nextAt: lte(job.now.toISOString()) } as const;
      const rows = await job.store.find('disclosures', given, { orderBy: ['nextAt', 'asc'], limit: PAGE });
      for (const row of rows) recalled += Number(await recallAlone(job, row));
      if (rows.length < PAGE) break;
    }
  return { recalled };
}
