import { dataMap } from '../../src/contracts/data-map';
import { replyDeadline } from '../domain/calendar/deadlines';
import { statutoryYears } from '../domain/calendar/statutory-days';
import { beijingDay } from '../domain/calendar/iso-day';
import { canMove } from '../domain/requests/moves';
import { caseOf, type Case } from '../platform/case';
import { lt, lte, noneOf, oneOf } from '../platform/conditions';
import { faultOf } from '../platform/fault';
import { isUntouched } from '../platform/guard';
import { changeRequest } from '../platform/guarded-request';
import { untilUncontested } from '../platform/handler';
import type { Job } from '../platform/job';
import { log } from '../platform/log';
import { moveRequest } from '../platform/move-request';
import { record } from '../platform/record';
import { sealRow } from '../platform/sealing';
import { Conflict, type Filter, type Row } from '../platform/store';
import { ok } from '../../src/contracts/result';

const PAGE = 100;
/** A bound on the pages of one run, of which all but the last hold what cannot be worked on. */
const MOST_PAGES = 5;
const DAY_MS = 24 * 60 * 60_000;
/** How long a letter waits for its person, and a quoted fee for an answer. */
const PATIENCE_DAYS = 30;

const ago = (now: Date, days: number): string => new Date(now.getTime() - days * DAY_MS).toISOString();

/** Answers whether it did anything. */
type Act = (found: Case) => Promise<boolean>;

async function actOn({ store }: Job, id: string, act: Act): Promise<boolean> {
  try {
    const done = await untilUncontested(async () => {
      const found = await caseOf(store, id);
      return ok(typeof found !== 'string' && (await act(found)));
    });
    return done.ok && done.data;
  } catch (error) {
    log('error', { function: 'retention', fault: faultOf(error) });
    return false;
  }
}

/**
 * Does one thing to a page of the requests that a filter finds. What is wrong with one keeps no other from its turn:
 * whose person is leaving, or who was edited by hand, is left out when the next page is asked for.
 */
async function forEachCase(job: Job, filter: Filter<'requests'>, act: Act): Promise<number> {
  const idle: string[] = [];
  let acted = 0;
  for (let pages = 0; pages < MOST_PAGES && acted < PAGE; pages += 1) {
    const others = idle.length > 0 && { _id: noneOf(idle) };
    const rows = await job.store.find(
      'requests',
      { ...filter, ...others },
      { limit: PAGE, only: ['_id'], known: true },
    );
    for (const { _id } of rows) {
      if (await actOn(job, _id, act)) acted += 1;
      else idle.push(_id);
    }
    if (rows.length < PAGE) break;
  }
  return acted;
}

/**
 * Ends what waits for its person longer than 30 days: a letter that nobody said is theirs, a fee that nobody accepted.
 * The person is told, and may ask anew.
 */
export async function lapseRequests(job: Job): Promise<{ lapsed: number }> {
  const { store, now } = job;
  const before = lt(ago(now, PATIENCE_DAYS));
  const lapse = async (found: Case) => {
    const isDue = canMove(found.request, 'lapse');
    if (isDue) await moveRequest(store, found, 'lapse', now);
    return isDue;
  };
  const letters = await forEachCase(job, { state: 'submitted', submittedAt: before }, lapse);
  const quotes = await forEachCase(job, { state: 'quoted', decidedAt: before }, lapse);
  return { lapsed: letters + quotes };
}

/** The last day that the table of statutory days knows. */
const lastKnownDay = `${String(Math.max(...Object.keys(statutoryYears).map(Number)))}-12-31`;

/**
 * Counts provisional deadlines again once the State Council's notice for their year is in the table: from the day on
 * which the clock began, for the first count took plain weekdays (P59). What moves is proven in the person's chain.
 */
export async function rescheduleRequests(job: Job): Promise<{ rescheduled: number }> {
  const { store, now } = job;
  const due: Filter<'requests'> = { provisional: true, open: true, dueOn: lte(lastKnownDay) };
  const rescheduled = await forEachCase(job, due, async ({ request, member }) => {
    // Read anew: another run may have counted it meanwhile, or staff may have answered.
    if (!request.open || !request.provisional) return false;
    const began = new Date(request.clockFrom ?? request.verifiedAt ?? request.submittedAt);
    const deadline = replyDeadline(began, request.kind);
    const columns = { ...deadline, staleSince: now.toISOString() };
    await record(store, member, now, {
      events: [
        {
          type: 'request.rescheduled',
          body: { requestId: request._id, from: request.dueOn, to: deadline.dueOn },
        },
      ],
      also: (transaction) => changeRequest(transaction, request, columns),
    });
    return true;
  });
  return { rescheduled };
}

/** Tells who supervises, once a day, which requests were edited by hand. */
async function alarm({ store, now }: Job, requestIds: string[]): Promise<void> {
  const day = beijingDay(now);
  const notice = { day, kind: 'altered', role: 'supervisor', count: requestIds.length, requestIds } as const;
  const row = sealRow(dataMap.staff_notices, `${day}.altered.${String(now.getTime())}`, {
    ...notice,
    at: now.toISOString(),
  });
  await store.add('staff_notices', [row]).catch((error: unknown) => {
    if (!(error instanceof Conflict)) throw error;
  });
  const found = requestIds.length;
  log('error', { function: 'retention', fault: 'requests were edited by hand', found });
}

/** Those without a look differ in nothing but their ids, and an index that ends in them gives their order. */
const FIRST_LOOK = { orderBy: ['_id', 'asc'], limit: PAGE, known: true } as const;
/** The oldest look first. */
const NEXT_LOOK = {
  orderBy: [
    ['checkedAt', 'asc'],
    ['_id', 'asc'],
  ],
  limit: PAGE,
  known: true,
} as const;

/** Of these requests those whom no erasure has taken up: what erasing ended can be settled by nobody any more. */
async function notErased({ store }: Job, rows: readonly Row<'requests'>[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const subjects = [...new Set(rows.map(({ subject }) => subject))];
  const journal = await store.find(
    'erasures',
    { _id: oneOf(subjects) },
    { limit: subjects.length, only: ['_id'], known: true },
  );
  const erased = new Set(journal.map(({ _id }) => _id));
  return rows.flatMap(({ _id, subject }) => (erased.has(subject) ? [] : [_id]));
}

/**
 * Compares requests with their guard, each once a day, those first that nobody looked at: an edit by hand is found even
 * where nobody works on the request. Open or not, for who edits one is likely to set it down as closed. Two calls for
 * two hundred rows and a third where one differs, so that a run every ten minutes looks at 28 800 a day; where there
 * are more, each waits longer.
 */
export async function checkRequests(job: Job): Promise<{ altered: number }> {
  const { store, now } = job;
  const unchecked = await store.find('requests', { checkedAt: null }, FIRST_LOOK);
  const old = await store.find('requests', { checkedAt: lt(ago(now, 1)) }, NEXT_LOOK);
  const rows = [...unchecked, ...old];
  if (rows.length === 0) return { altered: 0 };
  const altered = await notErased(
    job,
    rows.filter((row) => !isUntouched(dataMap.requests, row)),
  );
  // Told first: dying in between, it is told once more, and not a day later.
  if (altered.length > 0) await alarm(job, altered);
  await store.change(
    'requests',
    { _id: oneOf(rows.map(({ _id }) => _id)) },
    { checkedAt: now.toISOString() },
  );
  return { altered: altered.length };
}
