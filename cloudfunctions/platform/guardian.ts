import { randomUUID } from 'node:crypto';
import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import { guardianRules } from '../domain/guardian';
import { gt } from './conditions';
import type { Call } from './handler';
import { lookupDigest } from './keys';
import { activeMember, chained, openedMember, type Member } from './member';
import type { Change, Row, Store, Transaction } from './store';
import type { LedgerEvent } from '../domain/ledger';

type Part = Pick<Call<unknown>, 'store' | 'openid' | 'now'>;

/** The places of a code's two rows: what was asked, and what was answered. */
export const placesOf = (code: string) => ({
  asked: lookupDigest(`guardian-code:${code}`),
  answered: lookupDigest(`guardian-answer:${code}`),
});

/** How many rows of a kind the caller has made within the window. */
export const recently = ({ store, openid, now }: Part, state: 'asked' | 'missed'): Promise<number> =>
  store.count('guardian_consents', {
    openidDigest: lookupDigest(openid),
    state,
    at: gt(new Date(now.getTime() - guardianRules.windowMs).toISOString()),
  });

/** Notes that the caller tried a code that nobody asked for. */
export const noteMiss = ({ store, openid, now }: Part): Promise<void> =>
  store.add('guardian_consents', [
    {
      _id: randomUUID(),
      openidDigest: lookupDigest(openid),
      state: 'missed',
      at: now.toISOString(),
      expiresAt: now.toISOString(),
    },
  ]);

/** A guardian's answer by which the caller may still register. */
export async function answerFor({ store, openid, now }: Part): Promise<Row<'guardian_consents'> | undefined> {
  const filter = {
    openidDigest: lookupDigest(openid),
    state: 'consented',
    expiresAt: gt(now.toISOString()),
  } as const;
  const [row] = await store.find('guardian_consents', filter, { orderBy: ['at', 'desc'], limit: 1 });
  return row;
}

/** A child's way in: the answer, and the guardian, who must still be here. */
export interface GuardianProof {
  answer: Row<'guardian_consents'>;
  guardian: Member;
  relationship: NonNullable<Row<'guardian_consents'>['relationship']>;
}

/**
 * The consent by which the caller, a child, may register; without it nothing is looked at and no code is spent (P64).
 */
export async function guardianProof(call: Part): Promise<Result<GuardianProof>> {
  const answer = await answerFor(call);
  if (answer?.guardian === undefined || answer.relationship === undefined) return fail('GUARDIAN_NEEDED');
  const guardian = await activeMember(call.store, answer.guardian);
  if (guardian?.row.age !== 'adult') return fail('GUARDIAN_NEEDED');
  return ok({ answer, guardian, relationship: answer.relationship });
}

/** Whether a guardian's consent carries an account: that of a child under 14 that is not being erased. */
export const isWardOf = (row: Row<'accounts'> | undefined, guardian: string): row is Row<'accounts'> =>
  row?.guardian === guardian && row.age === 'child' && row.status !== 'erasing';

/**
 * The child for whom somebody may act, in everything that a guardian can do but end the consent; undefined where they
 * may not. The one place where that right is asked: an adult, whose consent stands, for an account that is in use. The
 * child's lock shuts out whoever holds the child's WeChat account, and so not the guardian.
 */
export async function wardOf(store: Store, guardian: Member, id: string): Promise<Member | undefined> {
  if (guardian.row.age !== 'adult') return undefined;
  const row = await store.get('accounts', id);
  return isWardOf(row, guardian.id) && row.status === 'active' ? openedMember(row) : undefined;
}

/**
 * Adds events to another person's chain inside a transaction, and what else of theirs changes. It conflicts with
 * whatever else happens to that person at the same time, so a guardian who is leaving and a child who is coming cannot
 * miss each other.
 */
export async function alsoOf(
  transaction: Transaction,
  member: Member,
  events: readonly LedgerEvent[],
  now: Date,
  columns: Change<'accounts'> = {},
): Promise<void> {
  const { rows, chain } = chained(member.id, member.key, member.row.chain, events, now);
  await transaction.add('ledger', rows);
  await transaction.change('accounts', member.id, { ...columns, chain });
}
