import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import type { request } from '../../src/contracts/request';
import { isAvailable } from '../domain/requests/present';
import { changeRequest } from '../platform/guarded-request';
import type { Handlers } from '../platform/handler';
import { record } from '../platform/record';
import { openRow } from '../platform/sealing';
import { tracedFields } from '../platform/traces';
import { ownRequest } from './own';
import { actOf } from './party';

/**
 * Builds the copy of an approved request when it is fetched: no second copy of the data ever lies anywhere. Its
 * digest stands with the request, so that the person can tell later whether a file is the one that was given (P47).
 */
export const download: Handlers<typeof request>['download'] = async (call) => {
  const own = await ownRequest(call);
  if (!own.ok) return own;
  const { member, guardian, request: row } = own.data;
  const facts = openRow(dataMap.requests, row, member.key);
  if (facts.availableUntil === undefined) return fail('REQUEST_STATE');
  if (!isAvailable(facts, call.now)) return fail('COPY_EXPIRED');
  // Loaded when wanted: zip and CSV would cost every other call its start.
  const { copyOfData } = await import('../platform/copy-of-data');
  const copy = await copyOfData(call.store, member, call.now);
  if (copy.ok) {
    const body = { requestId: row._id, sha256: copy.data.sha256 };
    const act = actOf(own.data, { requestId: row._id, move: 'download' }, call.now, undefined);
    await record(call.store, member, call.now, {
      events: [{ type: 'account.exported', body }],
      used: { fields: tracedFields, by: guardian ? 'guardian' : 'self' },
      also: async (transaction) => {
        await changeRequest(transaction, row, { copySha256: copy.data.sha256 });
        await act.also?.(transaction);
      },
    });
  }
  return copy;
};
