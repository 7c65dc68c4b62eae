import type { Breach } from '../domain/incident';
import { gt, holdsValue, lte, oneOf } from '../platform/conditions';
import type { Filter, Store } from '../platform/store';
import type { Leak } from './incident-field';
import type { Met, Reached } from './incident-people';
import { metRemoved } from './incident-removed';

const PAGE = 1000;

/** The next people by id who have such a row now. The last one's other rows may stand on the next page. */
async function metHeld(
  store: Store,
  { collection, link, column, since }: Leak,
  breach: Breach,
  after: string,
): Promise<Met> {
  const owner = link.by === 'field' ? link.field : '_id';
  const filter = {
    [column]: holdsValue(true),
    [since]: lte(breach.to),
    ...(after && { [owner]: gt(after) }),
  } as Filter<typeof collection>;
  const rows = (await store.find(collection, filter, {
    orderBy: [owner as '_id', 'asc'],
    limit: PAGE,
    only: [owner, since] as '_id'[],
  })) as unknown as Record<string, string>[];
  const first = new Map<string, string>();
  for (const row of rows) {
    const [subject = '', at = breach.from] = [row[owner], row[since]];
    if (at < (first.get(subject) ?? '~')) first.set(subject, at);
  }
  return {
    first,
    looked: rows.length,
    next: rows.length === PAGE ? ([...first.keys()].at(-1) ?? null) : null,
  };
}

/** The people of several pages that begin at the same place, by id, as far as each of them was read. */
function merged(pages: readonly Met[]): { people: Reached['people']; next: string | null } {
  const first = new Map<string, string>();
  for (const [subject, at] of pages.flatMap((page) => [...page.first]))
    if (at < (first.get(subject) ?? '~')) first.set(subject, at);
  const end = pages.map(({ next }) => next).reduce((a, b) => (a === null || (b !== null && b < a) ? b : a));
  const people = [...first]
    .filter(([subject]) => end === null || subject <= end)
    .map(([subject, since]) => ({ subject, since }))
    .sort((a, b) => (a.subject < b.subject ? -1 : 1));
  const page = people.slice(0, PAGE);
  return { people: page, next: people.length > PAGE ? (page.at(-1)?.subject ?? null) : end };
}

/**
 * The next people by id who have a row of another collection that names them, holds the field and was there before the
 * breach was over, or took such a row away since. A value is no older than its row, and may have come later. Other rows
 * that were removed since cannot be found any more; their lives are short, and the map says how long.
 */
export async function reachedRows(store: Store, leak: Leak, breach: Breach, after: string): Promise<Reached> {
  const pages = [
    await metHeld(store, leak, breach, after),
    await metRemoved(store, leak.collection, breach, after),
  ];
  const { people, next } = merged(pages);
  const ids = people.map(({ subject }) => subject);
  const accounts =
    ids.length === 0
      ? []
      : await store.find('accounts', { _id: oneOf(ids) }, { limit: PAGE, only: ['_id', 'status'] });
  const alive = new Set(accounts.flatMap(({ _id, status }) => (status === 'erasing' ? [] : [_id])));
  return {
    people: people.filter(({ subject }) => alive.has(subject)),
    damaged: [],
    looked: pages.reduce((sum, page) => sum + page.looked, 0),
    next,
  };
}
