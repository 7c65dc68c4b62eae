import { dataMap } from '../../src/contracts/data-map';
import { mask } from '../../src/contracts/data-map/derive/mask';
import { clockOf, isForStaff, queueRow } from '../domain/requests/queue-row';
import { beijingDay } from '../domain/calendar/iso-day';
import { isTrusted } from '../platform/case';
import { gt, lt, lte, oneOf } from '../platform/conditions';
import { faultOf } from '../platform/fault';
import type { HasTime, Job } from '../platform/job';
import { keyVault } from '../platform/open-key-vault';
import type { SubjectKey } from '../platform/keys';
import { log } from '../platform/log';
import { factOf } from '../platform/member';
import { tellUnknown } from '../platform/row-version';
import { sealRow } from '../platform/sealing';
import type { Filter, Row } from '../platform/store';

type Request = Row<'requests'>;

const PAGE = 200;

/** A person's phone with its middle hidden; nothing where it does not open, for the request is handled all the same. */
function maskedPhone(row: Row<'accounts'>, key: SubjectKey | undefined): string | undefined {
  try {
    return key && mask('contact', factOf({ id: row._id, row, key }, 'phone'));
  } catch (error) {
    log('error', { function: 'reconcile', fault: faultOf(error) });
    return undefined;
  }
}

/** Of people who are there. */
interface Present {
  /** Masked phones by subject. */
  phones: ReadonlyMap<string, string | undefined>;
  /** Those whose account is of a version that this code does not know. */
  unread: ReadonlySet<string>;
}

async function presentAmong({ store }: Job, subjects: readonly string[]): Promise<Present> {
  if (subjects.length === 0) return { phones: new Map(), unread: new Set() };
  const present = { _id: oneOf(subjects), status: 'active' } as const;
  const only = ['_id', 'key', 'phone'] as const;
  const accounts = await store.find('accounts', present, { limit: subjects.length, only, known: true });
  const keys = await keyVault().openMany(accounts);
  const phones = new Map(accounts.map((row) => [row._id, maskedPhone(row, keys.get(row._id))]));
  const others = { ...present, _id: oneOf(subjects.filter((subject) => !phones.has(subject))) };
  const unread = phones.size < subjects.length ? await store.countBy('accounts', others, '_id') : new Map();
  if (unread.size > 0) tellUnknown('accounts');
  return { phones, unread: new Set(unread.keys()) };
}

/** A page of what moved: what the functions wrote, and what somebody edited by hand, which is nobody's work. */
interface Page {
  requests: readonly Request[];
  trusted: readonly Request[];
  edited: readonly Request[];
}

function pageOf(requests: readonly Request[]): Page {
  const trusted = requests.filter(isTrusted);
  return { requests, trusted, edited: requests.filter((request) => !trusted.includes(request)) };
}

/**
 * Says of rows that they are listed as they stood when they were read; what moved since is met again. Of an edited row
 * nothing but its id is asked for: whatever else is in it may be no value to search by.
 */
async function settle({ store, now }: Job, { requests, trusted, edited }: Page): Promise<void> {
  const staleSince = lte(requests.at(-1)?.staleSince ?? '');
  const settleRows = (rows: readonly Request[], same: Filter<'requests'>) =>
    store.change(
      'requests',
      { ...same, _id: oneOf(rows.map(({ _id }) => _id)), staleSince },
      { staleSince: null },
    );
  let settled = edited.length > 0 ? await settleRows(edited, {}) : 0;
  for (const version of new Set(trusted.map((request) => request.version))) {
    const rows = trusted.filter((request) => request.version === version);
    settled += await settleRows(rows, { version });
  }
  if (settled === requests.length) return;
  // Something moved, or another run listed the same at once and may have had an older look: all of it is listed again.
  const ids = oneOf(requests.map(({ _id }) => _id));
  await store.change('requests', { _id: ids, staleSince: null }, { staleSince: now.toISOString() });
}

/**
 * One page of what moved: its old rows go, the new ones come. Answers how many were listed: what cannot be, because its
 * person or its row in the list is of a version that this code does not know, stays as it is and is met again.
 */
async function listPage(job: Job, stale: readonly Request[]): Promise<number> {
  const { store, now } = job;
  const { phones, unread } = await presentAmong(job, [
    ...new Set(stale.filter(isTrusted).map(({ subject }) => subject)),
  ]);
  const readable = stale.filter(({ subject }) => !unread.has(subject));
  if (readable.length === 0) return 0;
  const their = { _id: oneOf(readable.map(({ _id }) => _id)) };
  await store.remove('review_queue', their);
  const held = await store.countBy('review_queue', their, '_id');
  const page = pageOf(readable.filter(({ _id }) => !held.has(_id)));
  const rows = page.trusted
    .filter((request) => phones.has(request.subject) && isForStaff(request.state))
    .map((request) =>
      sealRow(
        dataMap.review_queue,
        request._id,
        queueRow(request._id, request, phones.get(request.subject), now),
      ),
    );
  if (rows.length > 0) await store.add('review_queue', rows);
  await settle(job, page);
  return page.requests.length;
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
  const reading = { orderBy: ['staleSince', 'asc'], limit: PAGE, known: true } as const;
  let listed = 0;
  for (let after = ''; hasTime();) {
    const stale = await job.store.find('requests', { staleSince: gt(after) }, reading);
    const done = stale.length > 0 ? await listPage(job, stale) : 0;
    listed += done;
    if (stale.length < PAGE) break;
    // What was listed is not found again; what was left behind must not keep others from their turn.
    if (done < stale.length) after = stale.at(-1)?.staleSince ?? '';
  }
  return { listed };
}
