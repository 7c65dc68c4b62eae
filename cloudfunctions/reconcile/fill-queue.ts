import { dataMap } from '../../src/contracts/data-map';
import { mask } from '../../src/contracts/data-map/derive/mask';
import { clockOf, isForStaff, queueRow } from '../domain/requests/queue-row';
import { beijingDay } from '../domain/calendar/iso-day';
import { gt, lt, lte, oneOf } from '../platform/conditions';
import type { HasTime, Job } from '../platform/job';
import { keyVault } from '../platform/open-key-vault';
import { factOf } from '../platform/member';
import { sealRow } from '../platform/sealing';
import type { Row } from '../platform/store';

type Request = Row<'requests'>;

const PAGE = 200;
/** What the list does not show yet, oldest first. */
const BEHIND = { staleSince: gt('') } as const;

/** The masked phones of people who are there, by subject; who has no key that opens has none. */
async function phonesOf(
  { store }: Job,
  subjects: readonly string[],
): Promise<Map<string, string | undefined>> {
  const present = { _id: oneOf(subjects), status: 'active' } as const;
  const only = ['_id', 'key', 'phone'] as const;
  const accounts = await store.find('accounts', present, { limit: subjects.length, only });
  const keys = await keyVault().openMany(accounts);
  return new Map(
    accounts.map((row) => {
      const key = keys.get(row._id);
      return [row._id, key && mask('contact', factOf({ id: row._id, row, key }, 'phone'))];
    }),
  );
}

/** Says that rows are listed as they stood when they were read; what moved since is met again. */
async function settle({ store }: Job, requests: readonly Request[]): Promise<void> {
  const lastRead = requests.at(-1)?.staleSince ?? '';
  const ids = requests.map(({ _id }) => _id);
  await store.change('requests', { _id: oneOf(ids), staleSince: lte(lastRead) }, { staleSince: null });
}

/** One page of what moved: its old rows go, the new ones come. Two runs at once write the same. */
async function listPage(job: Job, requests: readonly Request[]): Promise<void> {
  const { store, now } = job;
  const phones = await phonesOf(job, [...new Set(requests.map(({ subject }) => subject))]);
  const rows = requests
    .filter(({ state, subject }) => isForStaff(state) && phones.has(subject))
    .map((request) =>
      sealRow(
        dataMap.review_queue,
        request._id,
        queueRow(request._id, request, phones.get(request.subject), now),
      ),
    );
  await store.remove('review_queue', { _id: oneOf(requests.map(({ _id }) => _id)) });
  if (rows.length > 0) await store.add('review_queue', rows);
  await settle(job, requests);
}

/** A new day: rows due on one day share how many are left, so a day costs one call, however many rows. */
async function countDays({ store, now }: Job): Promise<void> {
  const today = beijingDay(now);
  const old = { asOf: lt(today) };
  for (const dueOn of (await store.countBy('review_queue', old, 'dueOn')).keys()) {
    await store.change('review_queue', { ...old, dueOn }, clockOf(dueOn, now));
  }
}

/**
 * Brings the list for staff up to date: what moved since the last run, page by page while there is time, and once a
 * Beijing day how many days are left. What is left over is met by the next run.
 */
export async function fillQueue(job: Job, hasTime: HasTime = () => true): Promise<{ listed: number }> {
  await countDays(job);
  let listed = 0;
  while (hasTime()) {
    const stale = await job.store.find('requests', BEHIND, { orderBy: ['staleSince', 'asc'], limit: PAGE });
    if (stale.length > 0) await listPage(job, stale);
    listed += stale.length;
    if (stale.length < PAGE) break;
  }
  return { listed };
}
