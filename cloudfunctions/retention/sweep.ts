import type { CollectionName } from '../../src/contracts/data-map';
import { bornBefore, sweepPlan, type SweepStep } from '../../src/contracts/data-map/derive/sweep';
import { holdsValue, lt, oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import { noneLeft } from '../platform/none-left';
import { keyVault } from '../platform/open-key-vault';
import type { Filter } from '../platform/store';
import { stampForms } from './stamp';

/** Rows found at once: few enough that the second call's filter stays small. */
const PAGE = 500;
/** A bound on one run of one step; the next run goes on. */
const MOST_PAGES = 40;

/** How many rows were removed or reduced, by collection. */
export type Swept = Partial<Record<CollectionName, number>>;

/** Acts on pages of rows until there are none left; the act must take the rows out of the filter. */
async function byPages<N extends CollectionName>(
  { store }: Job,
  collection: N,
  filter: Filter<N>,
  act: (ids: readonly string[]) => Promise<number>,
): Promise<number> {
  let acted = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const rows = await store.find(collection, filter, { limit: PAGE, only: ['_id'], known: true });
    if (rows.length === 0) break;
    acted += await act(rows.map(({ _id }) => _id));
    if (rows.length < PAGE) break;
  }
  return acted;
}

/** The condition is asked again when acting: a row that was renewed meanwhile stays. */
const removeDue = (job: Job, { collection }: SweepStep, due: Filter<CollectionName>) =>
  byPages(job, collection, due, (ids) => job.store.remove(collection, { ...due, _id: oneOf(ids) }));

async function reduceDue(job: Job, { collection, dropped }: SweepStep, due: Filter<CollectionName>) {
  const taken = Object.fromEntries(dropped.map((column) => [column, null]));
  let reduced = 0;
  for (const column of dropped) {
    // The column that a life is counted by says so itself; `holdsValue` in its place would ask for all that hold one.
    const holding = { [column]: holdsValue(true), ...due };
    reduced += await byPages(job, collection, holding, (ids) =>
      job.store.change(collection, { ...due, _id: oneOf(ids) }, taken),
    );
  }
  return reduced;
}

/** Where the vault has an environment of its own, tombstones lie there and not in this database. */
async function forget({ store }: Job, { collection, column }: SweepStep, subjects: readonly string[]) {
  const { elsewhere } = keyVault();
  if (collection === 'keys' && elsewhere) return elsewhere.bury(subjects);
  const whose: Filter<CollectionName> = { [column]: oneOf(subjects) };
  const removed = await store.remove(collection, whose);
  // The certificate is the only way to what this code does not know and so may not remove.
  if (collection !== 'certificates') await noneLeft(store, collection, whose);
  return removed;
}

/**
 * What is counted from the certificate: the subjects of due certificates, a page at a time, lose these rows, the
 * certificate last, so that a run that dies half-way finds its subjects again. A law says that all of these live
 * equally long.
 */
async function sweepForgotten(job: Job, steps: readonly SweepStep[]): Promise<Swept> {
  const [first] = steps;
  if (!first) return {};
  const due: Filter<'certificates'> = { certifiedAt: lt(bornBefore(first.life, job.now)) };
  const swept: Swept = {};
  await byPages(job, 'certificates', due, async (subjects) => {
    for (const step of steps)
      swept[step.collection] = (swept[step.collection] ?? 0) + (await forget(job, step, subjects));
    return subjects.length;
  });
  return swept;
}

const isCounted = ({ from }: SweepStep) => from !== 'deregistered';

/**
 * Ends every life that is over, by the plan that derives from the data map (P34). Bounded, each call by an index, and
 * safe to repeat, to run twice at once and to be killed anywhere: each step only takes away what is due.
 */
export async function sweep(job: Job): Promise<Swept> {
  await stampForms(job);
  const swept: Swept = {};
  const plan = sweepPlan();
  for (const step of plan.filter(isCounted)) {
    const due = { [step.column]: lt(bornBefore(step.life, job.now)) } as Filter<CollectionName>;
    const rows = await (step.treat === 'remove' ? removeDue : reduceDue)(job, step, due);
    if (rows > 0) swept[step.collection] = (swept[step.collection] ?? 0) + rows;
  }
  return {
    ...swept,
    ...(await sweepForgotten(
      job,
      plan.filter((step) => !isCounted(step)),
    )),
  };
}
