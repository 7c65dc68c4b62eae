import { gt } from '../platform/conditions';
import type { Filter, Row, Store } from '../platform/store';

const PAGE = 1000;

/**
 * The next accounts by id that a filter finds, with these columns alone. Who is being erased has no key any more and
 * counts with the erased; `looked` counts them too, and `next` is from where the page after this one goes on.
 */
export async function accountsAfter(
  store: Store,
  after: string,
  filter: Filter<'accounts'>,
  only: readonly (keyof Row<'accounts'>)[],
) {
  const page = await store.find(
    'accounts',
    { ...filter, _id: gt(after) },
    { orderBy: ['_id', 'asc'], limit: PAGE, only: ['_id', 'status', ...only] },
  );
  return {
    accounts: page.filter(({ status }) => status !== 'erasing'),
    looked: page.length,
    next: page.length === PAGE ? (page.at(-1)?._id ?? null) : null,
  };
}
