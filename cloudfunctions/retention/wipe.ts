import { dataMap, type CollectionName } from '../../src/contracts/data-map';
import { erasurePlan, type ErasureStep } from '../../src/contracts/data-map/derive/erasure';
import { oneOf } from '../platform/conditions';
import { guardAfter, isUntouched } from '../platform/guard';
import type { Job } from '../platform/job';
import type { Change, Filter, Row } from '../platform/store';
import type { Batch } from './people';
import { filtersOf } from './rows';

const PAGE = 100;

/** What a reduced row loses, and what stands in place of what others still need to be there. */
const reduction = ({ dropped, replaced }: ErasureStep): Record<string, string | null> => ({
  ...Object.fromEntries(dropped.map((column) => [column, null])),
  ...replaced,
});

async function treat({ store }: Job, step: ErasureStep, filter: Filter<CollectionName>): Promise<void> {
  if (step.treat === 'remove') await store.remove(step.collection, filter);
  if (step.treat === 'reduce') await store.change(step.collection, filter, reduction(step));
}

type Request = Row<'requests'>;

/** What ends with the account: what is open, and what says that it has ended and not when. */
const unended: readonly Filter<'requests'>[] = [{ open: true }, { closedAt: null }];

/** The end of a request; of one that somebody edited by hand the guard stays as it was, and the edit still shows. */
function endOf(row: Request, closedAt: string): Change<'requests'> {
  const end = { closedAt, ...(row.open && ({ open: false, state: 'cancelled' } as const)) };
  return isUntouched(dataMap.requests, row) ? { ...end, guard: guardAfter(dataMap.requests, row, end) } : end;
}

/** Requests end with the account; what stays of them is proof, whose life has to begin, and nothing for staff to do. */
async function closeRequests({ store, now }: Job, { people }: Batch): Promise<void> {
  const subject = oneOf(people.map(({ id }) => id));
  for (const filter of unended)
    for (let length = PAGE; length === PAGE;) {
      const rows = await store.find('requests', { ...filter, subject }, { limit: PAGE });
      for (const row of rows)
        await store.change('requests', { ...filter, _id: row._id }, endOf(row, now.toISOString()));
      length = rows.length;
    }
}

const isAccountStep = ({ link }: ErasureStep): boolean => link.by === 'id';

async function wipeSteps(job: Job, batch: Batch, steps: readonly ErasureStep[]): Promise<void> {
  for (const step of steps) {
    for (const filter of filtersOf(step, batch)) await treat(job, step, filter);
  }
}

/** Removes or reduces every row of the batch but the accounts, whose digests lead to the rest. */
export async function wipeRows(job: Job, batch: Batch): Promise<void> {
  await closeRequests(job, batch);
  await wipeSteps(
    job,
    batch,
    erasurePlan().filter((step) => !isAccountStep(step)),
  );
}

/** Removes the accounts themselves, once nothing else of these people is left. */
export const wipeAccounts = (job: Job, batch: Batch): Promise<void> =>
  wipeSteps(job, batch, erasurePlan().filter(isAccountStep));
