import * as z from 'zod/mini';
import { dataMap } from '../../src/contracts/data-map';
import { changesOf, isPlain, reachedSince, type Breach, type Holding } from '../domain/incident';
import { gt, holdsValue, lte, oneOf } from '../platform/conditions';
import type { SubjectKey } from '../platform/keys';
import { keyVault } from '../platform/open-key-vault';
import { openRow } from '../platform/sealing';
import type { Filter, Row, Store } from '../platform/store';
import type { Leak } from './incident-field';

/** People whom a breach reaches, and from where the next page goes on. */
export interface Reached {
  people: { subject: string; since: string }[];
  looked: number;
  next: string | null;
}

type Account = Pick<Row<'accounts'>, '_id' | 'registeredAt' | 'traces' | 'key' | 'status'>;
const PAGE = 1000;

/** Which of some accounts hold a value now. Asked apart, so that no page carries a thousand sealed pictures. */
async function holders(store: Store, { field, column }: Leak, ids: readonly string[]): Promise<Set<string>> {
  if (field.optional !== true) return new Set(ids);
  const filter = { _id: oneOf(ids), [column]: holdsValue(true) } as Filter<'accounts'>;
  const rows = await store.find('accounts', filter, { limit: PAGE, only: ['_id'] });
  return new Set(rows.map(({ _id }) => _id));
}

const corrected = z.object({ field: z.string(), cleared: z.boolean() });
const registered = z.object({ given: z.optional(z.array(z.string())) });

/** What one ledger row says about a field: a change, or whether it came with registration. */
function saidBy(row: Row<'ledger'>, key: SubjectKey | undefined, name: string): Partial<Holding> {
  if (row.type !== 'account.corrected' && row.type !== 'account.registered')
    return { changes: [{ at: row.at, there: true }] };
  // Without a key that opens nothing can be ruled out.
  if (!key) return row.type === 'account.corrected' ? { changes: [{ at: row.at, there: true }] } : {};
  const { content } = openRow(dataMap.ledger, row, key);
  if (row.type === 'account.registered') {
    const { given } = z.parse(registered, content?.body);
    return given ? { given: given.includes(name) } : {};
  }
  const { field, cleared } = z.parse(corrected, content?.body);
  return field === name ? { changes: [{ at: row.at, there: !cleared }] } : {};
}

/** The history of a field for some accounts, from their chains. */
async function histories(
  store: Store,
  { name, field }: Leak,
  accounts: readonly Account[],
): Promise<Map<string, Pick<Holding, 'given' | 'changes'>>> {
  const ids = accounts.map(({ _id }) => _id);
  const keys = await keyVault().openMany(accounts);
  const said = new Map(
    accounts.map(({ _id }) => [
      _id,
      { given: field.optional === true ? undefined : true, changes: [] as Holding['changes'][number][] },
    ]),
  );
  const types = [...changesOf(name), ...(field.optional === true ? (['account.registered'] as const) : [])];
  for (let after = ''; ;) {
    const filter = { subject: oneOf(ids), type: oneOf(types), ...(after && { _id: gt(after) }) };
    const rows = await store.find('ledger', filter, { orderBy: ['_id', 'asc'], limit: PAGE });
    for (const row of rows) {
      const known = said.get(row.subject);
      if (!known) continue;
      const { given, changes = [] } = saidBy(row, keys.get(row.subject), name);
      known.given = given ?? known.given;
      known.changes.push(...changes);
    }
    after = rows.at(-1)?._id ?? '';
    if (rows.length < PAGE) break;
  }
  // Row ids end in a number without leading zeros, so their order is not the chain's.
  for (const { changes } of said.values()) changes.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  return said;
}

/**
 * The next accounts by id, and whom of them the breach reaches: one call a page, one more for an optional field, and the
 * chains of those alone whose value came, went or changed since the breach began. Accounts that are being erased have no
 * key any more; they count with the erased.
 */
export async function reachedAccounts(
  store: Store,
  leak: Leak,
  breach: Breach,
  after: string,
): Promise<Reached> {
  const page = await store.find(
    'accounts',
    { registeredAt: lte(breach.to), ...(after && { _id: gt(after) }) },
    { orderBy: ['_id', 'asc'], limit: PAGE, only: ['_id', 'registeredAt', 'traces', 'key', 'status'] },
  );
  const accounts = page.filter(({ status }) => status !== 'erasing');
  const held = await holders(
    store,
    leak,
    accounts.map(({ _id }) => _id),
  );
  const sinceOf = ({ _id, traces, registeredAt }: Account) =>
    held.has(_id) ? (traces?.[leak.name]?.at ?? registeredAt) : undefined;
  const unclear = accounts.filter((account) => !isPlain({ since: sinceOf(account) }, breach));
  const known = unclear.length > 0 ? await histories(store, leak, unclear) : new Map<string, never>();
  const people = accounts.flatMap((account) => {
    const { _id: subject, registeredAt } = account;
    const history = known.get(subject) ?? { changes: [] };
    const since = reachedSince({ registeredAt, since: sinceOf(account), ...history }, breach);
    return since === undefined ? [] : [{ subject, since }];
  });
  return { people, looked: page.length, next: page.length === PAGE ? (page.at(-1)?._id ?? null) : null };
}

/**
 * The next people by id who have a row of another collection that holds the field and was there before the breach was
 * over. Rows that were removed since cannot be found any more; their lives are short, and the map says how long.
 */
export async function reachedRows(
  store: Store,
  { collection, declared, column }: Leak,
  breach: Breach,
  after: string,
): Promise<Reached> {
  const { link, times } = declared;
  const owner = link.by === 'field' ? link.field : '_id';
  const time = times?.collected;
  const filter = {
    [column]: holdsValue(true),
    ...(time !== undefined && { [time]: lte(breach.to) }),
    ...(after && { [owner]: gt(after) }),
  } as Filter<typeof collection>;
  const rows = (await store.find(collection, filter, {
    orderBy: [owner as '_id', 'asc'],
    limit: PAGE,
    only: [owner, ...(time === undefined ? [] : [time])] as '_id'[],
  })) as unknown as Record<string, string>[];
  const first = new Map<string, string>();
  for (const row of rows) {
    const subject = row[owner] ?? '';
    const at = time === undefined ? breach.from : (row[time] ?? breach.from);
    if (at < (first.get(subject) ?? '~')) first.set(subject, at);
  }
  const ids = [...first.keys()];
  const accounts =
    ids.length === 0
      ? []
      : await store.find('accounts', { _id: oneOf(ids) }, { limit: PAGE, only: ['_id', 'status'] });
  const alive = new Set(accounts.flatMap(({ _id, status }) => (status === 'erasing' ? [] : [_id])));
  const people = [...first].map(([subject, since]) => ({ subject, since }));
  return {
    people: people.filter(({ subject }) => alive.has(subject)),
    looked: rows.length,
    // The last person's other rows may stand on the next page; having been met is enough.
    next: rows.length === PAGE ? (ids.at(-1) ?? null) : null,
  };
}
