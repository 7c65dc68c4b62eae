import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import type { Output } from '../../src/contracts/operation';
import { ok } from '../../src/contracts/result';
import type { staff as contract } from '../../src/contracts/staff';
import type { Handlers } from '../platform/handler';
import { caseOf, type Case } from '../platform/case';
import { factsOf } from '../platform/member';
import { record } from '../platform/record';
import { openRow } from '../platform/sealing';
import { refusalOf } from './reading';
import { mayHandle, requireRight } from './roles';
import { staffAudit } from './staff-audit';

type Value = Output<typeof contract.unmask>['value'];

function valueOf({ request, member }: Case, field: 'phone' | 'details' | 'appeal'): Value {
  if (field === 'phone') return factsOf(member).phone;
  const facts = openRow(dataMap.requests, request, member.key);
  return (facts[field] as Value | undefined) ?? null;
}

/**
 * What lies under a mask, once, for somebody who may and says why. The audit row and the event in the person's own
 * chain are written in one transaction before the value leaves, so that nobody ever saw it unseen (P39, P40).
 */
export const unmask: Handlers<typeof contract>['unmask'] = async ({ store, input, now }) => {
  const { id, field, reviewer, reason } = input;
  const right = requireRight(reviewer, 'unmask');
  if (!right.ok) return right;
  const found = await caseOf(store, id);
  if (typeof found === 'string') return fail(refusalOf[found]);
  if (!mayHandle(reviewer, found.request)) return fail('STAFF_RIGHT');
  const audit = staffAudit('unmask', { requestId: id, reviewer, outcome: field }, now);
  await record(store, found.member, now, {
    events: [{ type: 'staff.unmasked', body: { requestId: id, field, role: right.data, reason } }],
    ...(field === 'phone' && { used: { fields: ['phone'], by: 'staff' } }),
    also: (transaction) => transaction.add('audits', [audit]),
  });
  return ok({ id, field, value: valueOf(found, field) });
};
