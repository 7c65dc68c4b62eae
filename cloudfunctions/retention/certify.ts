import { dataMap } from '../../src/contracts/data-map';
import { erasurePlan } from '../../src/contracts/data-map/derive/erasure';
import { oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import { sealRow } from '../platform/sealing';
import { signStatement } from '../platform/signing';
import type { Row } from '../platform/store';
import { isAnyLeft, type Remains } from './remains';
import { exchanged, isFinal } from './tell-recipients';

/** Whose rows lose values and stay; the plan is the same for everybody. */
const reduced = new Set<string>(
  erasurePlan().flatMap(({ collection, treat }) => (treat === 'reduce' ? [collection] : [])),
);

/**
 * What was done to each collection: what was there before the first row was touched, less what the last count found.
 */
function countsOf(before: Row<'erasures'>['planned'], remains: Remains) {
  return Object.fromEntries(
    Object.entries(remains).map(([collection, found]) => {
      const gone = (before[collection] ?? 0) - found;
      const isReduced = reduced.has(collection);
      return [collection, { removed: isReduced ? 0 : gone, reduced: isReduced ? gone : 0, found }];
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
  remains: Remains,
  recipients: Recipients,
  now: Date,
): Row<'certificates'> {
  const statement = {
    begunAt,
    certifiedAt: now.toISOString(),
    keyFingerprint,
    counts: countsOf(planned, remains),
    recipients,
  };
  return sealRow(dataMap.certificates, _id, {
    ...statement,
    signature: signStatement({ subject: _id, ...statement }),
  });
}

/** What the recipients of each of these people answered; undefined of whom one still owes its answer. */
export async function answersFor(
  { store }: Job,
  ids: readonly string[],
): Promise<Map<string, Recipients | undefined>> {
  if (ids.length === 0) return new Map();
  const final = (await exchanged(store, ids, ['deletion'])).filter(isFinal);
  return new Map(ids.map((id) => [id, answersOf(final.filter(({ subject }) => subject === id))]));
}

type Journal = readonly Row<'erasures'>[];
const ofRows = (rows: Journal) => oneOf(rows.map(({ _id }) => _id));

/** Signs what is not signed yet; who was certified before, and came back with a backup, keeps the first certificate. */
async function sign(
  { store, now }: Job,
  ready: Journal,
  counted: ReadonlyMap<string, Remains>,
  answers: ReadonlyMap<string, Recipients | undefined>,
): Promise<number> {
  const filter = { _id: ofRows(ready) };
  const done = await store.find('certificates', filter, { limit: ready.length, only: ['_id'] });
  const certified = new Set(done.map(({ _id }) => _id));
  const fresh = ready
    .filter(({ _id }) => !certified.has(_id))
    .map((row) => certificateOf(row, counted.get(row._id) ?? {}, answers.get(row._id) ?? [], now));
  if (fresh.length > 0) await store.add('certificates', fresh);
  return fresh.length;
}

/**
 * Certifies people of whom a count found nothing and whose recipients have all answered, and marks those as wiped whose
 * recipients have not: their data and key are gone, only the certificate waits (P51). Of whom something was found,
 * nothing is said. May run again. Answers how many are newly certified.
 */
export async function certify(job: Job, counted: ReadonlyMap<string, Remains>): Promise<number> {
  const { store, now } = job;
  const clean = [...counted].flatMap(([id, remains]) => (isAnyLeft(remains) ? [] : [id]));
  if (clean.length === 0) return 0;
  const open = oneOf(['begun', 'wiped'] as const);
  const journal = await store.find('erasures', { _id: oneOf(clean), state: open }, { limit: clean.length });
  const answers = await answersFor(
    job,
    journal.map(({ _id }) => _id),
  );
  const ready = journal.filter(({ _id }) => answers.get(_id) !== undefined);
  const waiting = journal.filter(({ _id }) => answers.get(_id) === undefined);
  const fresh = ready.length === 0 ? 0 : await sign(job, ready, counted, answers);
  const certified = { state: 'certified', certifiedAt: now.toISOString() } as const;
  if (ready.length > 0) await store.change('erasures', { _id: ofRows(ready), state: open }, certified);
  if (waiting.length > 0)
    await store.change('erasures', { _id: ofRows(waiting), state: 'begun' }, { state: 'wiped' });
  return fresh;
}
