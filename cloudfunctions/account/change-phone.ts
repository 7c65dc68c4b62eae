import type { account } from '../../src/contracts/account';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { formerPhoneOf } from '../domain/standing';
import type { Handlers } from '../platform/handler';
import { lookupDigest } from '../platform/keys';
import { factOf, requireMember } from '../platform/member';
import { messageRow } from '../platform/message-row';
import { record } from '../platform/record';
import { bindPhone, phoneSource, provePhone } from '../platform/phone';
import { loginRow } from '../platform/visitor-facts';

/**
 * Binds another number, proven as at registration. The old one is told, and for a week it is the way back: whoever
 * holds the WeChat account can bind a number of their own. In that week there is no other change, or a second one would
 * take that way back.
 */
export const changePhone: Handlers<typeof account>['changePhone'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  if (formerPhoneOf(member.data.row, call.now) !== undefined) return fail('PHONE_JUST_CHANGED');
  const phone = await provePhone(call, call.input.phone);
  if (!phone.ok) return phone;
  const { row } = member.data;
  if (lookupDigest(phone.data) === row.phoneDigest) return fail('PHONE_SAME');
  const at = call.now.toISOString();
  const before = row.traces?.['phone'];
  const login = await loginRow(row._id, 'change-phone', call.input.device, call.now);
  const bound = await bindPhone(call, phone.data, () =>
    record(call.store, member.data, call.now, {
      events: [{ type: 'account.phone-changed', body: {} }],
      facts: { phone: phone.data, formerPhone: factOf(member.data, 'phone'), phoneChangedAt: at },
      also: async (transaction) => {
        await transaction.add('logins', [login]);
        await transaction.add('messages', [messageRow(row._id, 'phone-changed', {}, call.now)]);
      },
      source: { phone: phoneSource(call.input.phone), ...(before && { formerPhone: before.source }) },
      used: { fields: ['phone'], by: 'system' },
    }),
  );
  if (!bound.ok) return bound;
  return ok({ at });
};
