import type { account } from '../../src/contracts/account';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import type { Handlers } from '../platform/handler';
import { isPhoneTaken, record, requireMember } from '../platform/member';
import { provePhone } from '../platform/phone';
import { Conflict } from '../platform/store';

/** Binds another number, proven as at registration. */
export const changePhone: Handlers<typeof account>['changePhone'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const phone = await provePhone(call, call.input.phone);
  if (!phone.ok) return phone;
  try {
    await record(call.store, member.data, call.now, {
      events: [{ type: 'account.phone-changed', body: {} }],
      facts: { phone: phone.data },
    });
  } catch (error) {
    if (error instanceof Conflict && (await isPhoneTaken(call, phone.data))) return fail('PHONE_TAKEN');
    throw error;
  }
  return ok({ at: call.now.toISOString() });
};
