import type { account } from '../../src/contracts/account';
import type { Handlers } from '../platform/handler';
import { requireAccount } from '../platform/member';
import { record } from '../platform/record';
import { tracedFields } from '../platform/traces';

/** Hands the person a copy of everything, also while the account is frozen: save first, then go (P56). */
export const exportAll: Handlers<typeof account>['export'] = async (call) => {
  const member = await requireAccount(call);
  if (!member.ok) return member;
  // Loaded when wanted: zip and CSV would cost every other call its start.
  const { copyOfData } = await import('../platform/copy-of-data');
  const copy = await copyOfData(call.store, member.data, call.now);
  if (copy.ok) {
    const body = { sha256: copy.data.sha256 };
    await record(call.store, member.data, call.now, {
      events: [{ type: 'account.exported', body }],
      used: { fields: tracedFields, by: 'self' },
    });
  }
  return copy;
};
