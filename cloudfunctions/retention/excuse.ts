import { fail } from '../../src/contracts/errors';
import type { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { auditRow } from '../platform/audit';
import { closeDisclosure } from '../platform/close-disclosure';
import type { Handlers } from '../platform/handler';

/** Closes a deletion that a recipient lawfully does not carry out; only one that still waits (P51). */
export const excuse: Handlers<typeof operator>['excuse'] = async ({ store, input, now }) => {
  const { disclosure, reason, law, by } = input;
  const row = await store.get('disclosures', disclosure);
  if (row?.kind !== 'deletion' || row.state !== 'waiting') return fail('DISCLOSURE_UNKNOWN');
  const body = { recipient: row.to, disclosure, reason, law, by };
  const audit = auditRow('excuse', { reference: disclosure, by, about: row.subject, now });
  const closed = await closeDisclosure(
    { store, now },
    row,
    { state: 'excused', reason, law },
    () => ({ events: [{ type: 'sharing.deletion-excused', body }] }),
    (transaction) => transaction.add('audits', [audit]),
  );
  // The recipient may have answered in the meantime.
  return closed ? ok({ at: now.toISOString() }) : fail('DISCLOSURE_UNKNOWN');
};
