import { isAlwaysHeld, isPlain, reachedSince, type Breach } from '../domain/incident';
import { holdsValue, lte, oneOf } from '../platform/conditions';
import type { Filter, Row, Store } from '../platform/store';
import { accountsAfter } from './incident-accounts';
import type { Leak } from './incident-field';
import { histories, type History } from './incident-history';

/** People whom a breach reaches, and from where the next page goes on. */
export interface Reached {
  people: { subject: string; since: string }[];
  /** Those among them whose chain does not open, so that they count only because nothing can be ruled out. */
  damaged: string[];
  looked: number;
  next: string | null;
}

/** Who was met on one page of rows, with since when; how many rows that were, and from where the next page goes on. */
export interface Met {
  first: ReadonlyMap<string, string>;
  looked: number;
  next: string | null;
}

type Account = Pick<Row<'accounts'>, '_id' | 'registeredAt' | 'traces' | 'key' | 'status'>;
const PAGE = 1000;
const untold: History = { changes: [] };

/** Which of some accounts hold a value now. Asked apart, so that no page carries a thousand sealed pictures. */
async function holders(store: Store, { field, column }: Leak, ids: readonly string[]): Promise<Set<string>> {
  if (isAlwaysHeld(field)) return new Set(ids);
  const filter = { _id: oneOf(ids), [column]: holdsValue(true) } as Filter<'accounts'>;
  const rows = await store.find('accounts', filter, { limit: PAGE, only: ['_id'] });
  return new Set(rows.map(({ _id }) => _id));
}

/**
 * The next accounts by id, and whom of them the breach reaches: one call a page, one more for an optional field, and
 * the chains of those alone whose value came, went or changed since the breach began. Whose chain does not open counts:
 * better told once too often.
 */
export async function reachedAccounts(
  store: Store,
  leak: Leak,
  breach: Breach,
  after: string,
): Promise<Reached> {
  const there = { registeredAt: lte(breach.to) };
  const { accounts, ...page } = await accountsAfter(store, after, there, ['registeredAt', 'traces', 'key']);
  const held = await holders(
    store,
    leak,
    accounts.map(({ _id }) => _id),
  );
  const sinceOf = ({ _id, traces, registeredAt }: Account) =>
    held.has(_id) ? (traces?.[leak.name]?.at ?? registeredAt) : undefined;
  const unclear = accounts.filter((account) => !isPlain({ since: sinceOf(account) }, breach));
  const known = unclear.length > 0 ? await histories(store, leak, unclear) : new Map<string, History>();
  const people = accounts.flatMap((account) => {
    const { _id: subject, registeredAt } = account;
    const history = known.get(subject) ?? untold;
    const since =
      history === 'damaged'
        ? registeredAt
        : reachedSince({ registeredAt, since: sinceOf(account), ...history }, breach);
    return since === undefined ? [] : [{ subject, since }];
  });
  return {
    people,
    damaged: [...known].flatMap(([subject, history]) => (history === 'damaged' ? [subject] : [])),
    ...page,
  };
}
