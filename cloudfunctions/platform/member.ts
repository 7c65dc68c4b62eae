import { randomBytes } from 'node:crypto';
import { dataMap } from '../../src/contracts/data-map';
import type { Facts } from '../../src/contracts/data-map/grammar';
import type { Source } from '../../src/contracts/data-map/vocabulary';
import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import { mayWrite, type Evidence } from '../domain/basis';
import { nextRow, type Chain, type LedgerEvent } from '../domain/ledger';
import { renewalsOf } from './disclosures';
import { Fault } from './fault';
import type { Call } from './handler';
import { DESTROYED, lookupDigest, type SubjectKey } from './keys';
import { keyVault } from './open-key-vault';
import { openRow, sealFacts, sealRow } from './sealing';
import { tracesAfter, type Use } from './traces';
import type { Change, Row, Store, Transaction } from './store';

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

/** Whether a number is bound to someone else: asked after a conflict, for databases differ in saying which key it was. */
export async function isPhoneTaken(
  { store, openid }: Pick<Call<unknown>, 'store' | 'openid'>,
  number: string,
) {
  const [row] = await store.find('accounts', { phoneDigest: lookupDigest(number) }, { limit: 1 });
  return row !== undefined && row.openidDigest !== lookupDigest(openid);
}

/** The caller as an active member; a guest or a frozen account gets the sentence that says what to do. */
export async function requireMember(call: Pick<Call<unknown>, 'store' | 'openid'>): Promise<Result<Member>> {
  const row = await findAccount(call);
  if (!row) return fail('NOT_REGISTERED');
  return row.status === 'active' ? ok(await openedMember(row)) : fail('FROZEN');
}

/** The same for the few operations that a frozen account keeps: restore and export. */
export async function requireAccount(call: Pick<Call<unknown>, 'store' | 'openid'>): Promise<Result<Member>> {
  const row = await findAccount(call);
  if (!row || row.status === 'erasing') return fail('NOT_REGISTERED');
  return ok(await openedMember(row));
}

/** An active account by subject id. While an account is frozen nobody works with its data, staff included (P35). */
export async function activeMember(store: Store, id: string): Promise<Member | undefined> {
  const row = await store.get('accounts', id);
  return row?.status === 'active' ? openedMember(row) : undefined;
}

/** Anyone whose key still exists, frozen or not, so that what happened to their data can be recorded. */
export async function presentMember(store: Store, id: string): Promise<Member | undefined> {
  const row = await store.get('accounts', id);
  return row && row.key !== DESTROYED ? openedMember(row) : undefined;
}

/** A request with the person it belongs to, for staff. */
export interface Case {
  request: Row<'requests'>;
  member: Member;
}

/**
 * A request and its person, to be worked on. The request is read after the person: any change to it moves the person's
 * chain, so a change that came in between makes `record` conflict instead of being overwritten.
 */
export async function caseOf(store: Store, requestId: string): Promise<Case | 'unknown' | 'frozen'> {
  const found = await store.get('requests', requestId);
  if (!found) return 'unknown';
  const member = await activeMember(store, found.subject);
  if (!member) return 'frozen';
  const request = await store.get('requests', requestId);
  return request ? { request, member } : 'unknown';
}

/** The account's facts in clear. */
export const factsOf = ({ row, key }: Member): AccountFacts => openRow(dataMap.accounts, row, key);

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
    const row = nextRow(subject, head, event, now.toISOString(), randomBytes(16).toString('hex'));
    rows.push(sealRow(dataMap.ledger, `${subject}.${String(row.seq)}`, row, key));
    head = { seq: row.seq, head: row.commitment };
  }
  return { rows, chain: head };
}

/** What one operation changes: events always, account facts (null clears), and rows of other collections. */
export interface Deed {
  events: readonly LedgerEvent[];
  facts?: { [K in keyof AccountFacts]?: AccountFacts[K] | null };
  /** On what facts that rest on consent are written; without it they are refused (P19). */
  evidence?: Evidence;
  /** Where the new facts come from; their declared source unless told. */
  source?: Source;
  /** Facts that this operation used and for whom: `self`, `staff`, `system` or a recipient's id. */
  used?: Use;
  also?: (transaction: Transaction) => Promise<void>;
}

/** The one place where an account's facts change, so the one where each must have its basis; clearing needs none (P19). */
function requireBasis({ row }: Member, { facts = {}, evidence }: Deed): void {
  const { fields } = dataMap.accounts;
  const written = Object.entries(facts).flatMap(([name, value]) =>
    value === null ? [] : [name as keyof typeof fields],
  );
  const baseless = written.find((name) => !mayWrite(fields[name], evidence, row.grants));
  if (baseless !== undefined) throw new Fault(`accounts.${baseless} would be written without a basis`);
}

function changeOf({ id, key }: Member, facts: NonNullable<Deed['facts']>): Change<'accounts'> {
  const kept = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
  const cleared = Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value === null)
      .map(([name]) => [name, null]),
  );
  return { ...sealFacts(dataMap.accounts, id, kept as Partial<AccountFacts>, key), ...cleared };
}

/**
 * Writes what happened and its proof in one transaction, and asks for a delivery to whoever was sent the old value of a
 * fact that changes. Throws `Conflict` when another operation on the same person
 * came first, because both wanted the same place in the chain: the caller then reads anew and repeats.
 */
export async function record(store: Store, member: Member, now: Date, deed: Deed): Promise<Chain> {
  requireBasis(member, deed);
  const { rows, chain } = chained(member.id, member.key, member.row.chain, deed.events, now);
  const traces = tracesAfter(member.row, deed, now);
  const renewals = renewalsOf(member, deed.facts ?? {}, now);
  await store.transaction(async (transaction) => {
    await transaction.add('ledger', rows);
    await transaction.change('accounts', member.id, {
      ...changeOf(member, { ...deed.facts, ...(traces && { traces }) }),
      chain,
    });
    if (renewals.length > 0) await transaction.add('disclosures', renewals);
    await deed.also?.(transaction);
  });
  return chain;
}
