import { dataMap } from '../../src/contracts/data-map';
import { columnsOfField } from '../../src/contracts/data-map/derive/columns';
import { recipients } from '../../src/contracts/data-map/recipients';
import { mayWrite, type Evidence } from '../domain/basis';
import type { Chain, LedgerEvent } from '../domain/ledger';
import { holdersOf } from '../domain/sharing';
import { Fault } from './fault';
import { chained, type AccountFacts, type Member } from './member';
import { renewalsOf } from './renewals';
import { sealFacts } from './sealing';
import type { Change, Store, Transaction } from './store';
import { tracesAfter, type Sources, type Use } from './traces';

/** What one operation changes: events always, account facts (null clears), and rows of other collections. */
export interface Deed {
  events: readonly LedgerEvent[];
  facts?: { [K in keyof AccountFacts]?: AccountFacts[K] | null };
  /** On what facts that rest on consent are written; without it they are refused (P19). */
  evidence?: Evidence;
  /** Where the new facts come from; their declared source unless told. */
  source?: Sources;
  /** Facts that this operation used, and for whom. */
  used?: Use;
  also?: (transaction: Transaction) => Promise<void>;
}

/**
 * The one place where an account's facts change, so the one where each must have its basis; clearing needs none (P19).
 */
function requireBasis({ row }: Member, { facts = {}, evidence }: Deed): void {
  const { fields } = dataMap.accounts;
  const written = Object.entries(facts).flatMap(([name, value]) =>
    value === null ? [] : [name as keyof typeof fields],
  );
  const baseless = written.find((name) => !mayWrite(fields[name], evidence, row.grants));
  if (baseless !== undefined) throw new Fault(`accounts.${baseless} would be written without a basis`);
}

/** What follows from facts that are written, so that nobody has to remember it. */
function derivedFrom({ shares }: NonNullable<Deed['facts']>): Change<'accounts'> {
  if (!shares) return {};
  const holders = holdersOf(recipients, shares);
  return { holders: holders.length > 0 ? holders : null };
}

/** Each fact with all its columns: one that is cleared takes its digest along. */
function changeOf({ id, key }: Member, facts: NonNullable<Deed['facts']>): Change<'accounts'> {
  const { fields } = dataMap.accounts;
  const kept = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
  const cleared = Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value === null)
      .flatMap(([name]) => columnsOfField(name, fields[name as keyof typeof fields]))
      .map(({ column }) => [column, null]),
  );
  const sealed = sealFacts(dataMap.accounts, id, kept as Partial<AccountFacts>, key);
  return { ...sealed, ...cleared, ...derivedFrom(facts) };
}

/**
 * Writes what happened and its proof in one transaction, and asks for a delivery to whoever was sent the old value of a
 * fact that changes, or for its deletion where nothing may go there. Throws `Conflict` when another operation on the
 * same person came first, because both wanted the same place in the chain: the caller then reads anew and repeats.
 */
export async function record(store: Store, member: Member, now: Date, deed: Deed): Promise<Chain> {
  requireBasis(member, deed);
  const renewals = renewalsOf(member, deed.facts ?? {}, now);
  const events = [...deed.events, ...renewals.events];
  const { rows, chain } = chained(member.id, member.key, member.row.chain, events, now);
  const traces = tracesAfter(member.row, deed, now);
  await store.transaction(async (transaction) => {
    await transaction.add('ledger', rows);
    await transaction.change('accounts', member.id, {
      ...changeOf(member, { ...deed.facts, ...(traces && { traces }) }),
      chain,
    });
    if (renewals.rows.length > 0) await transaction.add('disclosures', renewals.rows);
    await deed.also?.(transaction);
  });
  return chain;
}
