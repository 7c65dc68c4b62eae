import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import type { staff as contract } from '../../src/contracts/staff';
import { attachmentOf } from '../platform/attachments';
import { caseOf } from '../platform/case';
import type { Handlers } from '../platform/handler';
import { record } from '../platform/record';
import { openRow } from '../platform/sealing';
import { refusalOf } from './reading';
import { mayHandle, requireRight } from './roles';
import { staffAudit } from './staff-audit';

/**
 * One picture, once, for whoever may unmask and says why: nothing in it can be masked. The audit row and the event in
 * the person's own chain are written in one transaction before it leaves (P39, P40).
 */
export const picture: Handlers<typeof contract>['picture'] = async ({ store, input, now }) => {
  const { id, attachment, reviewer, reason } = input;
  const right = requireRight(reviewer, 'unmask');
  if (!right.ok) return right;
  const found = await caseOf(store, id);
  if (typeof found === 'string') return fail(refusalOf[found]);
  if (!mayHandle(reviewer, found.request)) return fail('STAFF_RIGHT');
  const row = await attachmentOf(store, found, attachment);
  if (!row) return fail('PICTURE_UNKNOWN');
  const audit = staffAudit('unmask', { requestId: id, reviewer, outcome: 'picture' }, now);
  const body = { requestId: id, field: 'picture', attachment, role: right.data, reason };
  await record(store, found.member, now, {
    events: [{ type: 'staff.unmasked', body }],
    also: (transaction) => transaction.add('audits', [audit]),
  });
  const facts = openRow(dataMap.request_attachments, row, found.member.key);
  return ok({ id, attachment, picture: facts.picture });
};
