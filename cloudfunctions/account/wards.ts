import type { account } from '../../src/contracts/account';
import { dataMap } from '../../src/contracts/data-map';
import { mask } from '../../src/contracts/data-map/derive/mask';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { alsoOf, proveBound } from '../platform/guardian';
import type { Handlers } from '../platform/handler';
import { factsOf, openedMember, requireMember } from '../platform/member';
import { record } from '../platform/record';

type Account = Handlers<typeof account>;

const MOST_WARDS = 20;

/** The children for whom the caller consented; of each only what tells them apart. */
export const wards: Account['wards'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const filter = { guardian: member.data.id };
  const rows = await call.store.find('accounts', filter, { limit: MOST_WARDS });
  const children = rows.filter(({ status }) => status !== 'erasing');
  const shown = await Promise.all(
    children.map(async (row) => {
      const { nickname } = factsOf(await openedMember(row));
      return {
        ward: row._id,
        registeredAt: row.registeredAt,
        relationship: row.relationship ?? 'other',
        nickname: nickname === undefined ? null : mask(dataMap.accounts.fields.nickname.category, nickname),
        isLeaving: row.status === 'frozen',
      };
    }),
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
  if (ward?.guardian !== member.data.id || ward.status === 'erasing') return fail('WARD_UNKNOWN');
  const proven = await proveBound(call, member.data);
  if (!proven.ok) return proven;
  const at = now.toISOString();
  const withdrawn = { type: 'guardian.withdrawn', body: { ward: ward._id } } as const;
  await record(store, await openedMember(ward), now, {
    events: [{ type: 'account.guardian-withdrew', body: { eraseAfter: at } }],
    facts: { status: 'frozen', eraseAfter: at },
    also: (transaction) => alsoOf(transaction, member.data, withdrawn, now),
  });
  return ok({ at });
};
