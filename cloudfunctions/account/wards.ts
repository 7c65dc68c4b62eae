import type { account } from '../../src/contracts/account';
import { dataMap } from '../../src/contracts/data-map';
import { mask } from '../../src/contracts/data-map/derive/mask';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { guardianRules } from '../domain/guardian';
import { isNot } from '../platform/conditions';
import { Fault } from '../platform/fault';
import { alsoOf, isWardOf } from '../platform/guardian';
import type { Handlers } from '../platform/handler';
import { freezeForGood } from '../platform/keyless';
import { factsOf, openedMember, requireMember } from '../platform/member';
import { proveBound } from '../platform/phone';
import type { Row } from '../platform/store';

type Account = Handlers<typeof account>;

/** The children whom a guardian's consent carries; see `isWardOf`. */
export const wardsOf = (guardian: string) => ({ guardian, age: 'child', status: isNot('erasing') }) as const;

/**
 * A child's masked nickname; null where none is held, or none opens: its guardian must see and end the consent even so.
 */
async function nicknameOf(row: Row<'accounts'>): Promise<string | null> {
  try {
    const { nickname } = factsOf(await openedMember(row));
    return nickname === undefined ? null : mask(dataMap.accounts.fields.nickname.category, nickname);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

/** The children for whom the caller consented; of each only what tells them apart. */
export const wards: Account['wards'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const children = await call.store.find('accounts', wardsOf(member.data.id), {
    limit: guardianRules.mostWards,
  });
  const shown = await Promise.all(
    children.map(async (row) => ({
      ward: row._id,
      registeredAt: row.registeredAt,
      relationship: row.relationship ?? 'other',
      nickname: await nicknameOf(row),
      isLeaving: row.status === 'frozen',
    })),
  );
  return ok({ wards: shown });
};

/**
 * Withdraws a guardian's consent. The child's account is frozen without a way back and erased by the next timer, as one
 * found without consent is (P67): nothing may be processed on a consent that is gone (PIPL 15, 31, 47). Both chains say
 * so in one transaction. Repeating it only takes away what waiting time the child's own deregistration still had.
 */
export const endGuardianship: Account['endGuardianship'] = async (call) => {
  const { store, now, input } = call;
  const member = await requireMember(call);
  if (!member.ok) return member;
  const ward = await store.get('accounts', input.ward);
  if (!isWardOf(ward, member.data.id)) return fail('WARD_UNKNOWN');
  const proven = await proveBound(call, member.data);
  if (!proven.ok) return proven;
  const withdrawn = [{ type: 'guardian.withdrawn', body: { ward: ward._id } }] as const;
  await freezeForGood(store, ward, now, 'account.guardian-withdrew', (transaction) =>
    alsoOf(transaction, member.data, withdrawn, now),
  );
  return ok({ at: now.toISOString() });
};
