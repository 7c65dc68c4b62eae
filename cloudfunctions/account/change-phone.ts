import type { account } from '../../src/contracts/account';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import type { Handlers } from '../platform/handler';
import { lookupDigest } from '../platform/keys';
import { isPhoneTaken, requireMember } from '../platform/member';
import { record } from '../platform/record';
import { phoneSource, provePhone } from '../platform/phone';
import { Conflict } from '../platform/store';
import { loginRow } from '../platform/visitor-facts';

/** Binds another number, proven as at registration. */
export const changePhone: Handlers<typeof account>['changePhone'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const phone = await provePhone(call, call.input.phone);
  if (!phone.ok) return phone;
  if (lookupDigest(phone.data) === member.data.row.phoneDigest) return fail('PHONE_SAME');
  const login = await loginRow(member.data.id, 'change-phone', call.input.device, call.now);
  try {
    await record(call.store, member.data, call.now, {
      events: [{ type: 'account.phone-changed', body: {} }],
      facts: { phone: phone.data },
      also: (transaction) => transaction.add('logins', [login]),
      source: phoneSource(call.input.phone),
      used: { fields: ['phone'], by: 'system' },
    });
  } catch (error) {
    if (error instanceof Conflict && (await isPhoneTaken(call, phone.data))) return fail('PHONE_TAKEN');
    throw error;
  }
  return ok({ at: call.now.toISOString() });
};
