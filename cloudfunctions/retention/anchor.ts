import {
  anchorDigest,
  dayAfter,
  dayOf,
  lastFinishedDay,
  timesAnchored,
  type Anchor,
  type AnchorStatement,
} from '../domain/ledger-anchors';
import { GENESIS } from '../domain/ledger';
import { merkleTree } from '../domain/merkle';
import { gt, lte } from '../platform/conditions';
import type { Job } from '../platform/job';
import { orderedPages } from '../platform/ordered-pages';
import { signStatement } from '../platform/signing';
import { Conflict, type Store } from '../platform/store';

/** The rows of one day in the order of (at, _id): how many, and their Merkle root. */
async function dayRoot(store: Store, day: string): Promise<{ rows: number; root: string }> {
  const tree = merkleTree();
  const end = dayAfter(day);
  // `2026-03-01` sorts before every instant of that day, which goes on with a `T`.
  const only = ['_id', 'at', 'commitment'] as const;
  const pages = orderedPages(store, { collection: 'ledger', by: ['at', '_id'], after: day, only });
  for await (const page of pages) {
    for (const { at, commitment } of page) {
      if (at >= end) return { rows: tree.size(), root: tree.root() };
      tree.append(commitment);
    }
  }
  return { rows: tree.size(), root: tree.root() };
}

/** The day of the first ledger row after a day; days without rows are passed over unread. */
async function nextDay(store: Store, day: string | undefined): Promise<string | undefined> {
  const filter = { at: gt(day === undefined ? '' : dayAfter(day)) };
  const orderBy = [['at', 'asc'] as const, ['_id', 'asc'] as const];
  const [row] = await store.find('ledger', filter, { orderBy, limit: 1, only: ['at'] });
  return row && dayOf(row.at);
}

async function newest(
  store: Store,
  filter: { seq: ReturnType<typeof gt> } | { anchoredAt: ReturnType<typeof lte> },
) {
  const [anchor] = await store.find('anchors', filter, { orderBy: ['seq', 'desc'], limit: 1 });
  return anchor;
}

/** The first day that is over, has rows and no anchor; undefined where the ledger is anchored as far as it can be. */
export async function firstUnanchored({
  store,
  now,
}: Pick<Job, 'store' | 'now'>): Promise<string | undefined> {
  const last = await newest(store, { anchoredAt: lte(now.toISOString()) });
  const due = await nextDay(store, last?.day);
  return due !== undefined && due <= lastFinishedDay(now) ? due : undefined;
}

async function anchorDay(
  { store, now }: Job,
  day: string,
  before: Anchor | undefined,
  isAhead: boolean,
): Promise<Anchor> {
  const earlier = await store.find('anchors', { day }, { limit: 1000, only: ['_id'] });
  const n = Math.max(0, ...earlier.map(timesAnchored)) + 1;
  const statement: AnchorStatement = {
    _id: `${day}.${String(n)}`,
    seq: (before?.seq ?? 0) + 1,
    day,
    ...(await dayRoot(store, day)),
    previous: before ? anchorDigest(before) : GENESIS,
    reason: isAhead || n > 1 ? 'clock' : 'day-over',
    anchoredAt: now.toISOString(),
  };
  const anchor = { ...statement, signature: signStatement(statement) };
  await store.add('anchors', [anchor]);
  return anchor;
}

/**
 * Where the clock had run ahead and was set back, the newest anchors lie in the future and do not count. A new anchor,
 * made now, says so for good: over the first day they wrongly closed, or where that day is not over yet, over the last
 * one that was closed rightly, or over yesterday, which then has no rows.
 */
const dayToRepeat = (due: string | undefined, closed: string | undefined, finished: string): string =>
  due !== undefined && due <= finished ? due : (closed ?? finished);

async function anchorAll(job: Job): Promise<number> {
  const { store, now } = job;
  const finished = lastFinishedDay(now);
  let tip = await newest(store, { seq: gt(0) });
  const isAhead = tip !== undefined && tip.anchoredAt > now.toISOString();
  const counting = isAhead ? await newest(store, { anchoredAt: lte(now.toISOString()) }) : tip;
  let closed = counting?.day;
  let made = 0;
  const anchor = async (day: string) => {
    tip = await anchorDay(job, day, tip, isAhead && made === 0);
    closed = day;
    made += 1;
  };
  if (isAhead) await anchor(dayToRepeat(await nextDay(store, closed), closed, finished));
  for (;;) {
    const due = await nextDay(store, closed);
    if (due === undefined || due > finished) return made;
    await anchor(due);
  }
}

/**
 * Anchors every finished day that has rows and no anchor yet, in order; answers how many. May run twice at once or die
 * half-way: an anchor's place and name follow from the days before it, so the second to write it loses, and the next
 * run goes on from what there is.
 */
export async function anchorFinishedDays(job: Job): Promise<{ anchored: number }> {
  try {
    return { anchored: await anchorAll(job) };
  } catch (error) {
    if (error instanceof Conflict) return { anchored: 0 };
    throw error;
  }
}
