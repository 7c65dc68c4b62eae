import * as z from 'zod/mini';
import { dataMap } from '../../src/contracts/data-map';
import { importable } from '../../src/contracts/data-map/derive/operator-fields';
import type { Field } from '../../src/contracts/data-map/grammar';
import { fail } from '../../src/contracts/errors';
import type { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { mayWrite, stands, type Evidence } from '../domain/basis';
import { auditRow } from '../platform/audit';
import type { Handlers } from '../platform/handler';
import { parseInput } from '../platform/input';
import { record } from '../platform/record';
import { personOf } from './person';

const fields: Readonly<Record<string, Field>> = dataMap.accounts.fields;

const evidenceOf = (consentReference?: string, exception?: string): Evidence | undefined => {
  if (consentReference !== undefined) return { act: 'partner', consentReference };
  return exception === undefined ? undefined : { act: 'law', exception };
};

/**
 * Takes a fact from a partner: without the reference of the person's consent there, or a case that the law itself
 * knows, nothing is written (P18). What is written bears its source, which the person's pages and copy show (P17).
 */
export const importFact: Handlers<typeof operator>['import'] = async ({ store, input, now }) => {
  const { phone, from, field: name, value, consentReference, exception, by } = input;
  const field = importable.includes(name) ? fields[name] : undefined;
  if (!field) return fail('FIELD_UNKNOWN');
  const evidence = evidenceOf(consentReference, exception);
  if (!stands(evidence)) return fail('BASIS_NEEDED');
  const checked = parseInput(z.strictObject({ [name]: field.schema }), { [name]: value });
  if (!checked.ok) return checked;
  const member = await personOf(store, phone, 'active');
  if (!member.ok) return member;
  // A child cannot consent, at a partner no more than here, and its guardian's consent is to us alone (PIPL 31).
  if (member.data.row.age === 'child' && evidence?.act === 'partner') return fail('CHILD_IMPORT');
  if (!mayWrite(field, evidence, member.data.row.grants)) return fail('BASIS_NEEDED');
  const body = {
    field: name,
    from,
    consentReference: consentReference ?? null,
    exception: exception ?? null,
  };
  await record(store, member.data, now, {
    events: [{ type: 'account.imported', body }],
    facts: checked.data,
    source: 'partner',
    ...(evidence && { evidence }),
    also: (transaction) =>
      transaction.add('audits', [
        auditRow('import', { reference: `accounts.${name}`, by, about: member.data.id, now }),
      ]),
  });
  return ok({ at: now.toISOString() });
};
