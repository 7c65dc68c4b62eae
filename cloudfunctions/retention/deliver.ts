import { randomUUID } from 'node:crypto';
import { isFieldPath } from '../../src/contracts/data-map/derive/field-path';
import { recipients } from '../../src/contracts/data-map/recipients';
import { fail } from '../../src/contracts/errors';
import type { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { deliveryAsked } from '../copy/sharing';
import { beijingDay } from '../domain/calendar/iso-day';
import { needsGrant, recipientOf, refusalOf } from '../domain/sharing';
import { auditRow } from '../platform/audit';
import { deliveryRow } from '../platform/disclosures';
import type { Handlers } from '../platform/handler';
import { personOf } from './person';

type Operator = Handlers<typeof operator>;

/**
 * Queues a delivery. What is known already to be refused is refused here, so that nobody believes it will leave; the
 * door looks again when it does, and holds back what the table does not allow (P24).
 */
export const deliver: Operator['deliver'] = async ({ store, input, now }) => {
  const { phone, recipient: id, fields, by } = input;
  const recipient = recipientOf(recipients, id);
  if (!recipient || !needsGrant(recipient)) return fail('RECIPIENT_UNKNOWN');
  if (!fields.every(isFieldPath)) return fail('FIELD_UNKNOWN');
  const member = await personOf(store, phone, 'active');
  if (!member.ok) return member;
  const share = member.data.row.shares?.[id];
  // Whether it is connected passes by itself, so a delivery may wait for that.
  const refusal = refusalOf(recipients, id, { connected: true, today: beijingDay(now), share });
  if (refusal === 'ended' || refusal === 'expired') return fail('RECIPIENT_ENDED');
  if (refusal !== undefined) return fail('GRANT_NEEDED');
  const row = deliveryRow(member.data, id, fields, now, randomUUID());
  await store.transaction(async (transaction) => {
    await transaction.add('disclosures', [row]);
    await transaction.add('audits', [
      auditRow('deliver', { reference: row._id, by, about: member.data.id, now }),
    ]);
  });
  return ok({ disclosure: row._id, note: deliveryAsked });
};
