import { bornBefore, sweepPlan } from '../../src/contracts/data-map/derive/sweep';
import { gt, lt, oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import type { Row, Store } from '../platform/store';

type Form = Row<'staff_decisions'>;

const PAGE = 500;
/** A bound on one run; staff never have so many forms half-filled. */
const MOST_PAGES = 20;

/** Which of these forms are for a request that can still be decided. */
async function inUse(store: Store, forms: readonly Form[]): Promise<Set<string>> {
  const named = forms.flatMap(({ requestId }) => (typeof requestId === 'string' ? [requestId] : []));
  if (named.length === 0) return new Set();
  const filter = { _id: oneOf([...new Set(named)]), open: true };
  const open = await store.find('requests', filter, { limit: PAGE, only: ['_id'] });
  const ids = new Set(open.map(({ _id }) => _id));
  return new Set(forms.filter(({ requestId }) => ids.has(String(requestId))).map(({ _id }) => _id));
}

/**
 * Takes what was typed out of forms that nobody submitted and that can decide nothing, as soon as if they had been
 * judged: their number is mistyped, or their request is closed, its person perhaps erased. An erasure comes to forms
 * by the exact number alone, and words about a person must not wait for the month that the form itself lives. Whoever
 * judges a form at the same moment is first. Safe to repeat and to be killed anywhere.
 */
export async function emptyIdleForms({ store, now }: Job): Promise<{ formsEmptied: number }> {
  const typed = sweepPlan().find(
    ({ collection, treat }) => collection === 'staff_decisions' && treat === 'reduce',
  );
  if (!typed) return { formsEmptied: 0 };
  const columns = typed.dropped as (keyof Form)[];
  const idle = { processedAt: null, seenAt: lt(bornBefore(typed.life, now)) };
  let formsEmptied = 0;
  for (let after = '', page = 0; page < MOST_PAGES; page += 1) {
    const filter = { ...idle, ...(after !== '' && { _id: gt(after) }) };
    const only = ['_id', 'requestId', ...columns] as const;
    const forms = await store.find('staff_decisions', filter, { orderBy: ['_id', 'asc'], limit: PAGE, only });
    const holding = forms.filter((form) => columns.some((column) => (form[column] ?? null) !== null));
    const used = await inUse(store, holding);
    const ids = holding.flatMap(({ _id }) => (used.has(_id) ? [] : [_id]));
    const emptied = Object.fromEntries(columns.map((column) => [column, null]));
    if (ids.length > 0)
      formsEmptied += await store.change('staff_decisions', { _id: oneOf(ids), ...idle }, emptied);
    after = forms.at(-1)?._id ?? '';
    if (forms.length < PAGE) break;
  }
  return { formsEmptied };
}
