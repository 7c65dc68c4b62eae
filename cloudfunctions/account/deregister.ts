import type { account } from '../../src/contracts/account';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { isRestorable } from '../domain/standing';
import { eraseAfterNow } from '../platform/cooling-off';
import type { Handlers } from '../platform/handler';
import { messageRow } from '../platform/message-row';
import { requireAccount, requireMember } from '../platform/member';
import { relisting } from '../platform/relist';
import { record } from '../platform/record';
import { proveBound } from '../platform/phone';
import { loginRow } from '../platform/visitor-facts';
import { standingOf } from './summary';

type Account = Handlers<typeof account>;

/**
 * Freezes the account in the same transaction that promises its erasure (P35, P55). The bound phone is proven, and no
 * new kind of data is asked (P58, GB/T 35273-2020 8.5). The reason is optional and lies sealed in the ledger only. A
 * locked account is unlocked first: the right is one short message away, and nobody else can use it meanwhile.
 */
export const deregister: Account['deregister'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const proven = await proveBound(call, member.data);
  if (!proven.ok) return proven;
  const eraseAfter = eraseAfterNow(member.data.row, call.now);
  const login = await loginRow(member.data.id, 'deregister', call.input.device, call.now);
  const relist = await relisting(call.store, member.data, call.now);
  const frozen = messageRow(member.data.id, 'account-frozen', { until: eraseAfter }, call.now);
  await record(call.store, member.data, call.now, {
    events: [{ type: 'account.frozen', body: { eraseAfter, reason: call.input.reason ?? null } }],
    facts: { status: 'frozen', eraseAfter },
    also: async (transaction) => {
      await transaction.add('logins', [login]);
      await transaction.add('messages', [frozen]);
      await relist(transaction);
    },
    used: { fields: ['phone'], by: 'system' },
  });
  return ok({ eraseAfter, certificateId: member.data.id });
};

/** Takes a deregistration back until the cooling-off is over; where there is none (P33, P67), never. */
export const restore: Account['restore'] = async (call) => {
  const member = await requireAccount(call);
  if (!member.ok) return member;
  if (member.data.row.status !== 'frozen') return fail('NOT_FROZEN');
  if (!isRestorable(member.data.row, call.now)) return fail('RESTORE_OVER');
  const login = await loginRow(member.data.id, 'restore', call.input.device, call.now);
  const relist = await relisting(call.store, member.data, call.now);
  await record(call.store, member.data, call.now, {
    events: [{ type: 'account.restored', body: {} }],
    facts: { status: 'active', eraseAfter: null },
    also: async (transaction) => {
      await transaction.add('logins', [login]);
      await relist(transaction);
    },
  });
  return ok({ status: standingOf(member.data.row) });
};
