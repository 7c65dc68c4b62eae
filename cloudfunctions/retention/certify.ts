import { dataMap } from '../../src/contracts/data-map';
import { erasurePlan } from '../../src/contracts/data-map/derive/erasure';
import { gt, oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import { sealRow } from '../platform/sealing';
import { signStatement } from '../platform/signing';
import type { Row } from '../platform/store';
import type { Batch } from './people';
import { exchanged, isFinal } from './tell-recipients';

/** What was done to each collection, from what the journal planned and a scan that found nothing. */
function countsOf(planned: Row<'erasures'>['planned']) {
  const treated = erasurePlan().filter(({ treat }) => treat !== 'none');
  return Object.fromEntries(
    treated.map(({ collection, treat }) => {
      const rows = planned[collection] ?? 0;
      return [
        collection,
        { removed: treat === 'remove' ? rows : 0, reduced: treat === 'reduce' ? rows : 0, found: 0 },
      ];
    }),
  );
}

type Recipients = NonNullable<Row<'certificates'>['recipients']>;

/** What each recipient answered; undefined while one still owes its answer. */
function answersOf(deletions: readonly Row<'disclosures'>[]): Recipients | undefined {
  if (deletions.some(({ state }) => state === 'waiting')) return undefined;
  return deletions.map(({ to, state, doneAt, createdAt, law }) => ({
    recipient: to,
    outcome: state === 'excused' ? 'excused' : 'acknowledged',
    at: doneAt ?? createdAt,
    ...(law !== undefined && { because: law }),
  }));
}

function certificateOf(
  { _id, begunAt, keyFingerprint, planned }: Row<'erasures'>,
  recipients: Recipients,
  now: Date,
): Row<'certificates'> {
  const statement = {
    begunAt,
    certifiedAt: now.toISOString(),
    keyFingerprint,
    counts: countsOf(planned),
    recipients,
  };
  return sealRow(dataMap.certificates, _id, {
    ...statement,
    signature: signStatement({ subject: _id, ...statement }),
  });
}

/**
 * Certifies those whose recipients have all answered and marks the rest as wiped: their data and key are gone, only the
 * certificate waits (P51). Answers how many people are newly certified.
 */
async function certifyRows({ store, now }: Job, journal: readonly Row<'erasures'>[]): Promise<number> {
  if (journal.length === 0) return 0;
  const ids = journal.map(({ _id }) => _id);
  const final = (await exchanged(store, ids, ['deletion'])).filter(isFinal);
  const answers = new Map(ids.map((id) => [id, answersOf(final.filter(({ subject }) => subject === id))]));
  const done = await store.find('certificates', { _id: oneOf(ids) }, { limit: ids.length, only: ['_id'] });
  const certified = new Set(done.map(({ _id }) => _id));
  const ready = journal.filter(({ _id }) => answers.get(_id) !== undefined);
  const fresh = ready
    .filter(({ _id }) => !certified.has(_id))
    .map((row) => certificateOf(row, answers.get(row._id) ?? [], now));
  if (fresh.length > 0) await store.add('certificates', fresh);
  const idsOf = (rows: readonly Row<'erasures'>[]) => oneOf(rows.map(({ _id }) => _id));
  if (ready.length > 0)
    await store.change(
      'erasures',
      { _id: idsOf(ready), state: oneOf(['begun', 'wiped']) },
      { state: 'certified', certifiedAt: now.toISOString() },
    );
  const waiting = journal.filter((row) => !ready.includes(row) && row.state === 'begun');
  if (waiting.length > 0)
    await store.change('erasures', { _id: idsOf(waiting), state: 'begun' }, { state: 'wiped' });
  return fresh.length;
}

/** Certifies a batch after a clean scan and closes its journal rows. */
export async function certify(job: Job, { people }: Batch): Promise<number> {
  const filter = { _id: oneOf(people.map(({ id }) => id)), state: 'begun' } as const;
  return certifyRows(job, await job.store.find('erasures', filter, { limit: people.length }));
}

const PAGE = 200;
const MOST_PAGES = 500;

/**
 * Looks again at everyone who is wiped and only waits for recipients; nothing of them is touched any more, and nobody else
 * waits with them. Answers how many are newly certified, and how many still wait.
 */
export async function certifyWiped(job: Job): Promise<{ certified: number; waiting: number }> {
  let certified = 0;
  let seen = 0;
  for (let after = '', pages = 0; pages < MOST_PAGES; pages += 1) {
    const filter = { state: 'wiped', ...(after && { _id: gt(after) }) } as const;
    const rows = await job.store.find('erasures', filter, { orderBy: ['_id', 'asc'], limit: PAGE });
    certified += await certifyRows(job, rows);
    seen += rows.length;
    after = rows.at(-1)?._id ?? '';
    if (rows.length < PAGE) break;
  }
  return { certified, waiting: seen - certified };
}
