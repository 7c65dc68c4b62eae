import type { account } from '../../src/contracts/account';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { guardianRules, isGivenBy, refusalOfCode } from '../domain/guardian';
import { policyFor } from '../domain/policy/terms';
import { gt, oneOf } from '../platform/conditions';
import { noteMiss, placesOf, recently } from '../platform/guardian';
import type { Call, Handlers } from '../platform/handler';
import { requireMember } from '../platform/member';
import { proveBound } from '../platform/phone';
import { record } from '../platform/record';
import { wardsOf } from './wards';

/** The children for whom a guardian stands: those who are here, and those who may still register by an answer. */
async function countOf(
  { store, now }: Pick<Call<unknown>, 'store' | 'now'>,
  guardian: string,
): Promise<number> {
  const open = { guardian, state: 'consented', expiresAt: gt(now.toISOString()) } as const;
  const [here, coming] = await Promise.all([
    store.count('accounts', wardsOf(guardian)),
    store.count('guardian_consents', open),
  ]);
  return here + coming;
}

/**
 * An adult consents for a child and proves it by the bound phone, so that the consent can be verified later (P65). The
 * answer and its place in the guardian's chain are written together; of two guardians at once the second finds the
 * place of the answer taken, reads anew and is refused. Who has consented already is answered the same.
 */
export const guardChild: Handlers<typeof account>['guardChild'] = async (call) => {
  const { store, now, input } = call;
  const member = await requireMember(call);
  if (!member.ok) return member;
  const { row, id } = member.data;
  if (row.age !== 'adult') return fail('GUARDIAN_ADULT');
  const policy = policyFor(row, now);
  if (input.policyVersion !== policy.version) return fail('POLICY_STALE');
  const places = placesOf(input.code);
  const rows = await store.find(
    'guardian_consents',
    { _id: oneOf([places.asked, places.answered]) },
    { limit: 2 },
  );
  const given = rows.find(({ _id }) => _id === places.answered);
  if (given && isGivenBy(given, { guardian: id, ...input }, now))
    return ok({ at: given.at, until: given.expiresAt });
  if ((await countOf(call, id)) >= guardianRules.mostWards) return fail('GUARDIAN_FULL');
  if ((await recently(call, 'missed')) >= guardianRules.mostMisses) return fail('GUARDIAN_TRIES');
  const asked = rows.find(({ _id }) => _id === places.asked);
  if (!asked) {
    await noteMiss(call);
    return fail('GUARDIAN_CODE_UNKNOWN');
  }
  const refusal = refusalOfCode(asked, rows.length > 1, row, now);
  if (refusal) return fail(refusal);
  // Last, so that nothing else can waste the proof.
  const proven = await proveBound(call, member.data);
  if (!proven.ok) return proven;
  const at = now.toISOString();
  const answer = {
    _id: places.answered,
    openidDigest: asked.openidDigest,
    state: 'consented',
    at,
    expiresAt: new Date(now.getTime() + guardianRules.answerMs).toISOString(),
    guardian: id,
    relationship: input.relationship,
    policyVersion: policy.version,
  } as const;
  const body = {
    relationship: input.relationship,
    policyVersion: policy.version,
    policyDigest: policy.digest,
  };
  await record(store, member.data, now, {
    events: [{ type: 'guardian.consented', body }],
    used: { fields: ['phone'], by: 'system' },
    also: (transaction) => transaction.add('guardian_consents', [answer]),
  });
  return ok({ at, until: answer.expiresAt });
};
