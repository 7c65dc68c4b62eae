import { randomUUID } from 'node:crypto';
import { recipients } from '../../src/contracts/data-map/recipients';
import { fail } from '../../src/contracts/errors';
import type { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { needsGrant, recipientOf } from '../domain/sharing';
import { auditRow } from '../platform/audit';
import { deliveryRow } from '../platform/disclosures';
import type { Handlers } from '../platform/handler';
import { personOf } from './person';

type Operator = Handlers<typeof operator>;

/** Queues a delivery, whatever is asked: the door holds back what the person or the table does not allow. */
export const deliver: Operator['deliver'] = async ({ store, input, now }) => {
  const { phone, recipient: id, fields, by } = input;
  const recipient = recipientOf(recipients, id);
  if (!recipient || !needsGrant(recipient)) return fail('RECIPIENT_UNKNOWN');
  const member = await personOf(store, phone, 'active');
  if (!member.ok) return member;
  const row = deliveryRow(member.data, id, fields, now, randomUUID());
  await store.transaction(async (transaction) => {
    await transaction.add('disclosures', [row]);
    await transaction.add('audits', [
      auditRow('deliver', { reference: row._id, by, about: member.data.id, now }),
    ]);
  });
  return ok({ disclosure: row._id });
};
