import { randomUUID } from 'node:crypto';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import type { Output } from '../../src/contracts/operation';
import { ok } from '../../src/contracts/result';
import type { staff as contract } from '../../src/contracts/staff';
import type { Handlers } from '../platform/handler';
import { caseOf, factsOf, type Case } from '../platform/member';
import { record } from '../platform/record';
import { openRow, sealRow } from '../platform/sealing';
import { requireRight } from './roles';

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
  if (found === 'unknown') return fail('REQUEST_UNKNOWN');
  if (found === 'frozen') return fail('SUBJECT_LEAVING');
  const audit = {
    requestId: id,
    reviewer,
    action: 'unmask',
    outcome: field,
    at: now.toISOString(),
  } as const;
  await record(store, found.member, now, {
    events: [{ type: 'staff.unmasked', body: { requestId: id, field, role: right.data, reason } }],
    ...(field === 'phone' && { used: { fields: ['phone'], by: 'staff' } }),
    also: (transaction) => transaction.add('audits', [sealRow(dataMap.audits, randomUUID(), audit)]),
  });
  return ok({ id, field, value: valueOf(found, field) });
};
