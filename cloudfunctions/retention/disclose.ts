import { randomUUID } from 'node:crypto';
import { dataMap } from '../../src/contracts/data-map';
import { accountFact, labelAt } from '../../src/contracts/data-map/derive/field-path';
import { givable } from '../../src/contracts/data-map/derive/operator-fields';
import { fail } from '../../src/contracts/errors';
import type { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { isLawful } from '../domain/basis';
import { rowDigest } from '../domain/compelled';
import { auditRow } from '../platform/audit';
import { referenceOf } from '../platform/disclosures';
import type { Handlers } from '../platform/handler';
import { factOf, type Member } from '../platform/member';
import { record } from '../platform/record';
import { sealRow } from '../platform/sealing';
import { personOf } from './person';

type Operator = Handlers<typeof operator>;

/** What is told of one field; null where the person never gave it. */
function toldOf(member: Member, field: string) {
  const name = accountFact(field);
  const value: unknown = (name && factOf(member, name)) ?? null;
  const told = value === null || typeof value === 'string' ? value : JSON.stringify(value);
  return { field, label: labelAt(field), value: told };
}

/**
 * Gives an authority what the law makes us give (P22). The row, the ledger event with the row's digest and the audit
 * are written together before a value is answered. Nothing in the product changes such a row afterwards: every change
 * of a disclosure asks for one that waits, and this one never did.
 */
export const disclose: Operator['disclose'] = async ({ store, input, now }) => {
  const { phone, authority, exception, document, fields, by, second } = input;
  if (!isLawful(exception)) return fail('BASIS_NEEDED');
  if (by === second) return fail('SECOND_PERSON_NEEDED');
  if (!fields.every((path) => givable.includes(path))) return fail('FIELD_UNKNOWN');
  const member = await personOf(store, phone, 'frozen too');
  if (!member.ok) return member;
  // Before anything is recorded as given: what does not open is not given.
  const values = fields.map((field) => toldOf(member.data, field));
  const at = now.toISOString();
  const row = sealRow(dataMap.disclosures, randomUUID(), {
    subject: member.data.id,
    to: authority,
    kind: 'compelled',
    fields,
    reference: referenceOf(member.data, `law|${document}`),
    exception,
    document,
    state: 'done',
    tries: 0,
    createdAt: at,
    nextAt: at,
    doneAt: at,
  });
  const body = { disclosure: row._id, digest: rowDigest(row), authority, exception, document, by, second };
  await record(store, member.data, now, {
    events: [{ type: 'sharing.compelled', body }],
    also: async (transaction) => {
      await transaction.add('disclosures', [row]);
      await transaction.add('audits', [
        auditRow('disclose', { reference: row._id, by, about: member.data.id, now }),
        auditRow('disclose', { reference: row._id, by: second, about: member.data.id, now }),
      ]);
    },
  });
  return ok({ disclosure: row._id, values });
};
