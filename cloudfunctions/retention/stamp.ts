import { gt, oneOf } from '../platform/conditions';
import { changeUntouched } from '../platform/guarded-request';
import type { Job } from '../platform/job';
import type { Row } from '../platform/store';

/** Rows of one collection that a run gives a date, each perhaps by a call of its own; the next run goes on. */
const MOST = 200;
/** Pages of closed requests without a date that a run looks through, where edited ones stand before others. */
const MOST_PAGES = 5;

/** Ids by the instant to be written, so that rows of one instant share a call. */
function byInstant(rows: readonly (readonly [id: string, at: string])[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const [id, at] of rows) ids.set(at, [...(ids.get(at) ?? []), id]);
  return ids;
}

/** Rows that people fill by hand have no date of their own, so the first run that meets one gives it one. */
const stampForms = ({ store, now }: Job) =>
  store.change('staff_decisions', { seenAt: null }, { seenAt: now.toISOString() });

/**
 * Requests closed by a release that did not write when: at their last decision, or now where nobody decided. One that
 * somebody edited, or that has no guard, is left as it is: a date would make the edit look like ours, and whether it
 * ended at all is not certain. The daily look tells of it, the operator settles it with the ledger's date
 * (`settleAltered`), and it ends at the latest with its person's account.
 */
async function stampRequests({ store, now }: Job): Promise<void> {
  const undated = { open: false, closedAt: null } as const;
  let after = '';
  for (let stamped = 0, pages = 0; stamped < MOST && pages < MOST_PAGES; pages += 1) {
    const filter = { ...undated, ...(after !== '' && { _id: gt(after) }) };
    const rows = await store.find('requests', filter, { orderBy: ['_id', 'asc'], limit: MOST });
    for (const row of rows) {
      const closedAt = row.decidedAt ?? now.toISOString();
      stamped += Number(await changeUntouched(store, row, { closedAt }));
    }
    if (rows.length < MOST) return;
    after = rows.at(-1)?._id ?? after;
  }
}

/** When each of these people's certificates was given. */
async function certifiedAt({ store }: Job, rows: readonly Row<'erasures'>[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const filter = { _id: oneOf(rows.map(({ _id }) => _id)) };
  const only = ['_id', 'certifiedAt'] as const;
  const certificates = await store.find('certificates', filter, { limit: rows.length, only });
  return new Map(certificates.map((row) => [row._id, row.certifiedAt]));
}

/** Erasures that a release ended without writing when: at their certificate, or now where there is none any more. */
async function stampErasures(job: Job): Promise<void> {
  const undated = { state: 'certified', certifiedAt: null } as const;
  const rows = await job.store.find('erasures', undated, { limit: MOST, only: ['_id'] });
  const known = await certifiedAt(job, rows);
  const ends = byInstant(rows.map(({ _id }) => [_id, known.get(_id) ?? job.now.toISOString()]));
  for (const [at, ids] of ends)
    await job.store.change('erasures', { ...undated, _id: oneOf(ids) }, { certifiedAt: at });
}

/**
 * Gives rows that have ended, and do not say when, the date from which their life is counted; a row without one would
 * never be swept. Bounded, and safe to repeat and to be killed anywhere: only what has no date gets one.
 */
export async function stampUndated(job: Job): Promise<void> {
  await stampForms(job);
  await stampRequests(job);
  await stampErasures(job);
}
