import type { account } from '../../src/contracts/account';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { isLocked, unlockingPhones } from '../domain/standing';
import type { Handlers } from '../platform/handler';
import { lookupDigest } from '../platform/keys';
import { findAccount, openedMember } from '../platform/member';
import { messageRow } from '../platform/message-row';
import { bindPhone, phoneSource, proveOneOf } from '../platform/phone';
import { record } from '../platform/record';
import { loginRow } from '../platform/visitor-facts';
import { statusOf } from './summary';

type Account = Handlers<typeof account>;

/**
 * Shuts out every device at once, with proof, security log and message in one transaction (PIPL 51). No phone is
 * asked: in need there may be no second to lose, and whoever locks without right has gained nothing but a message to
 * the person, who opens it again. Locking twice is locking once.
 */
export const lock: Account['lock'] = async (call) => {
  const { store, now } = call;
  const row = await findAccount(call);
  if (!row) return fail('NOT_REGISTERED');
  if (row.lockedAt !== undefined && isLocked(row)) return ok({ at: row.lockedAt });
  if (row.status !== 'active') return fail('FROZEN');
  const login = await loginRow(row._id, 'lock', call.input.device, now);
  const at = now.toISOString();
  await record(store, await openedMember(row), now, {
    events: [{ type: 'account.locked', body: {} }],
    facts: { lockedAt: at },
    also: async (transaction) => {
      await transaction.add('logins', [login]);
      await transaction.add('messages', [messageRow(row._id, 'account-locked', {}, now)]);
    },
  });
  return ok({ at });
};

/**
 * Opens a locked account to whoever has the bound phone in hand; the contract takes no other proof. The number that was
 * bound until a week ago opens it too and is bound again, so that nobody shuts a person out by binding another and
 * locking. The person is told. Of an account that is open already nothing is looked at and nothing changes.
 */
export const unlock: Account['unlock'] = async (call) => {
  const { store, now } = call;
  const row = await findAccount(call);
  if (!row || row.status === 'erasing') return fail('NOT_REGISTERED');
  if (!isLocked(row)) return ok({ status: statusOf(row) });
  const member = await openedMember(row);
  const phone = await proveOneOf(call, unlockingPhones(row, now));
  if (!phone.ok) return phone;
  const isFormer = lookupDigest(phone.data) !== row.phoneDigest;
  const login = await loginRow(row._id, 'unlock', call.input.device, now);
  const rebound = { phone: phone.data, formerPhone: null, phoneChangedAt: null };
  const bound = await bindPhone(call, phone.data, () =>
    record(store, member, now, {
      events: [
        ...(isFormer ? [{ type: 'account.phone-changed', body: {} } as const] : []),
        { type: 'account.unlocked', body: {} },
      ],
      facts: { lockedAt: null, ...(isFormer && rebound) },
      source: { phone: phoneSource(call.input.phone) },
      also: async (transaction) => {
        await transaction.add('logins', [login]);
        await transaction.add('messages', [messageRow(row._id, 'account-unlocked', {}, now)]);
      },
      used: { fields: ['phone'], by: 'system' },
    }),
  );
  if (!bound.ok) return bound;
  return ok({ status: statusOf(row) });
};
