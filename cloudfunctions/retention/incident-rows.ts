import type { Breach } from '../domain/incident';
import { gt, holdsValue, lte, oneOf } from '../platform/conditions';
import type { Filter, Store } from '../platform/store';
import type { Leak } from './incident-field';
import type { Reached } from './incident-people';

const PAGE = 1000;

/**
 * The next people by id who have a row of another collection that names them, holds the field and was there before the
 * breach was over. A value is no older than its row, and may have come later. Rows that were removed since cannot be
 * found any more; their lives are short, and the map says how long.
 */
export async function reachedRows(
  store: Store,
  { collection, link, column, since }: Leak,
  breach: Breach,
  after: string,
): Promise<Reached> {
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
  const ids = [...first.keys()];
  const accounts =
    ids.length === 0
      ? []
      : await store.find('accounts', { _id: oneOf(ids) }, { limit: PAGE, only: ['_id', 'status'] });
  const alive = new Set(accounts.flatMap(({ _id, status }) => (status === 'erasing' ? [] : [_id])));
  const people = [...first].map(([subject, at]) => ({ subject, since: at }));
  return {
    people: people.filter(({ subject }) => alive.has(subject)),
    damaged: [],
    looked: rows.length,
    // The last person's other rows may stand on the next page; having been met is enough.
    next: rows.length === PAGE ? (ids.at(-1) ?? null) : null,
  };
}
