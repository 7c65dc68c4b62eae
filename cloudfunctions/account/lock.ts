import type { account } from '../../src/contracts/account';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { isLocked } from '../domain/standing';
import type { Handlers } from '../platform/handler';
import { findAccount, openedMember } from '../platform/member';
import { messageRow } from '../platform/message-row';
import { proveBound } from '../platform/phone';
import { record } from '../platform/record';
import { loginRow } from '../platform/visitor-facts';
import { statusOf } from './summary';

type Account = Handlers<typeof account>;

/**
 * Shuts out every device at once, with proof, security log and message in one transaction (PIPL 51). No phone is
 * asked: in need there may be no second to lose, and whoever locks without right has gained nothing but a message to
 * the person. Locking twice is locking once.
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
 * Opens a locked account to whoever has the bound phone in hand; the contract takes no other proof. The person is told,
 * so that nobody opens it unnoticed. Of an account that is open already nothing is looked at and nothing changes.
 */
export const unlock: Account['unlock'] = async (call) => {
  const { store, now } = call;
  const row = await findAccount(call);
  if (!row || row.status === 'erasing') return fail('NOT_REGISTERED');
  if (!isLocked(row)) return ok({ status: statusOf(row) });
  const member = await openedMember(row);
  const proven = await proveBound(call, member);
  if (!proven.ok) return proven;
  const login = await loginRow(row._id, 'unlock', call.input.device, now);
  await record(store, member, now, {
    events: [{ type: 'account.unlocked', body: {} }],
    facts: { lockedAt: null },
    also: async (transaction) => {
      await transaction.add('logins', [login]);
      await transaction.add('messages', [messageRow(row._id, 'account-unlocked', {}, now)]);
    },
    used: { fields: ['phone'], by: 'system' },
  });
  return ok({ status: statusOf(row) });
};
