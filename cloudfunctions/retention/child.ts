import { fail } from '../../src/contracts/errors';
import type { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { auditRow } from '../platform/audit';
import type { Handlers } from '../platform/handler';
import { freezeForGood } from '../platform/keyless';
import { lookupDigest } from '../platform/keys';

/**
 * Freezes a child's account whose guardian never agreed and lets erasure begin at once: no cooling-off, and no restore
 * (P67, PIPL 31 and 47). Who found it and on what ground stands in the audit row of the same transaction. Calling it
 * again for an account that is already leaving only takes its waiting time away.
 */
export const childFound: Handlers<typeof operator>['childFound'] = async (call) => {
  const { store, now, input } = call;
  const [row] = await store.find('accounts', { phoneDigest: lookupDigest(input.phone) }, { limit: 1 });
  if (!row || row.status === 'erasing') return fail('ACCOUNT_UNKNOWN');
  const { by, reference } = input;
  const audit = auditRow('childFound', { reference, by, about: row._id, now });
  await freezeForGood(store, row, now, 'account.child-found', (transaction) =>
    transaction.add('audits', [audit]),
  );
  return ok({ subject: row._id, eraseAfter: now.toISOString() });
};
