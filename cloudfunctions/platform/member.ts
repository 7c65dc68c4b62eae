import { dataMap } from '../../src/contracts/data-map';
import type { Facts } from '../../src/contracts/data-map/grammar';
import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import type { Chain, LedgerEvent } from '../domain/ledger';
import { closedBy, isLocked } from '../domain/standing';
import type { Call } from './handler';
import { DESTROYED, lookupDigest, type SubjectKey } from './keys';
import { ledgerRow } from './ledger-row';
import { keyVault } from './open-key-vault';
import { openRow } from './sealing';
import type { Row, Store } from './store';

/** An account's facts in clear. */
export type AccountFacts = Facts<typeof dataMap.accounts>;

/** A person's account with its key open. */
export interface Member {
  id: string;
  row: Row<'accounts'>;
  key: SubjectKey;
}

/** The caller's account, if there is one: one database call. */
export async function findAccount({ store, openid }: Pick<Call<unknown>, 'store' | 'openid'>) {
  const [row] = await store.find('accounts', { openidDigest: lookupDigest(openid) }, { limit: 1 });
  return row;
}

/** An account with its key open, whatever its status; who may work with it is for the caller to ask. */
export const openedMember = async (row: Row<'accounts'>): Promise<Member> => ({
  id: row._id,
  row,
  key: await keyVault().open(row),
});

/**
 * The caller as an active member; a guest, a frozen and a locked account get the sentence that says what to do. `locked
 * too` is for what hands out nothing and that somebody needs who shut everybody out.
 */
export async function requireMember(
  call: Pick<Call<unknown>, 'store' | 'openid'>,
  allowed: 'unlocked' | 'locked too' = 'unlocked',
): Promise<Result<Member>> {
  const row = await findAccount(call);
  if (!row) return fail('NOT_REGISTERED');
  const closed = closedBy(allowed === 'locked too' ? { ...row, lockedAt: undefined } : row);
  return closed ? fail(closed) : ok(await openedMember(row));
}

/** The same for the few operations that a frozen account keeps, unless it is locked: restore and export. */
export async function requireAccount(call: Pick<Call<unknown>, 'store' | 'openid'>): Promise<Result<Member>> {
  const row = await findAccount(call);
  if (!row || row.status === 'erasing') return fail('NOT_REGISTERED');
  return isLocked(row) ? fail('LOCKED') : ok(await openedMember(row));
}

/**
 * An active account by subject id. While an account is frozen nobody works with its data, staff included (P35); a lock
 * keeps staff from nothing, for the person's requests and their deadlines go on.
 */
export async function activeMember(store: Store, id: string): Promise<Member | undefined> {
  const row = await store.get('accounts', id);
  return row?.status === 'active' ? openedMember(row) : undefined;
}

/** Anyone whose key still exists, frozen or not, so that what happened to their data can be recorded. */
export async function presentMember(store: Store, id: string): Promise<Member | undefined> {
  const row = await store.get('accounts', id);
  return row && row.key !== DESTROYED ? openedMember(row) : undefined;
}

/** The account's facts in clear. */
export const factsOf = ({ row, key }: Member): AccountFacts => openRow(dataMap.accounts, row, key);

/**
 * One of the account's facts in clear; an optional one may be undefined. No other column is opened, so that a damaged
 * one stops nothing that does not need it, and a picture is not decrypted for a name. Throws `Unreadable` as `factsOf`
 * does.
 */
export function factOf<K extends keyof AccountFacts>({ row, key }: Member, name: K): AccountFacts[K] {
  const alone: Partial<Row<'accounts'>> = { _id: row._id, [name]: row[name] };
  return openRow(dataMap.accounts, alone as Row<'accounts'>, key)[name];
}

/** Ledger rows for some events, sealed and chained, and where the chain then stands. */
export function chained(
  subject: string,
  key: SubjectKey,
  chain: Chain,
  events: readonly LedgerEvent[],
  now: Date,
) {
  const rows: Row<'ledger'>[] = [];
  let head = chain;
  for (const event of events) {
    const row = ledgerRow(subject, head, event, now, key);
    rows.push(row);
    head = { seq: row.seq, head: row.commitment };
  }
  return { rows, chain: head };
}
