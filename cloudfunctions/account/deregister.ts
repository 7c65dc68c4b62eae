import type { account } from '../../src/contracts/account';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { coolingOffEnd, LONGEST_COOLING_OFF } from '../domain/calendar/deadlines';
import { isRestorable } from '../domain/standing';
import { settingOr } from '../platform/environment';
import type { Handlers } from '../platform/handler';
import { lookupDigest } from '../platform/keys';
import { requireAccount, requireMember } from '../platform/member';
import { record } from '../platform/record';
import { provePhone } from '../platform/phone';
import { Fault } from '../platform/fault';
import { loginRow } from '../platform/visitor-facts';
import { standingOf } from './summary';

type Account = Handlers<typeof account>;

/** Working days between freezing and erasing: 3 unless set, never more than 5, so that the whole stays inside 15. */
function coolingOffDays(): number {
  const days = Number(settingOr('COOLING_OFF_DAYS', '3'));
  if (Number.isInteger(days) && days >= 0 && days <= LONGEST_COOLING_OFF) return days;
  throw new Fault(`COOLING_OFF_DAYS must be a whole number from 0 to ${String(LONGEST_COOLING_OFF)}`);
}

/**
 * Freezes the account in the same transaction that promises its erasure (P35, P55). The bound phone is proven, and no
 * new kind of data is asked (P58, GB/T 35273-2020 8.5). The reason is optional and lies sealed in the ledger only.
 */
export const deregister: Account['deregister'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const phone = await provePhone(call, call.input.phone);
  if (!phone.ok) return phone;
  if (lookupDigest(phone.data) !== member.data.row.phoneDigest) return fail('PHONE_MISMATCH');
  const eraseAfter = coolingOffEnd(call.now, coolingOffDays()).toISOString();
  const login = await loginRow(member.data.id, 'deregister', call.input.device, call.now);
  await record(call.store, member.data, call.now, {
    events: [{ type: 'account.frozen', body: { eraseAfter, reason: call.input.reason ?? null } }],
    facts: { status: 'frozen', eraseAfter },
    also: (transaction) => transaction.add('logins', [login]),
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
  await record(call.store, member.data, call.now, {
    events: [{ type: 'account.restored', body: {} }],
    facts: { status: 'active', eraseAfter: null },
    also: (transaction) => transaction.add('logins', [login]),
  });
  return ok({ status: standingOf(member.data.row) });
};
