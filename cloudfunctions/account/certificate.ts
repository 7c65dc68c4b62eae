import type { account } from '../../src/contracts/account';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import type { Handlers } from '../platform/handler';
import { publicKey } from '../platform/signing';

type Certificate = Handlers<typeof account>['certificate'];

const states = { begun: 'begun', wiped: 'waiting', certified: 'begun' } as const;

/** The proof of an erasure, or how far it is. Asked with a random id alone, so an active account is never told of. */
export const certificate: Certificate = async ({ store, input }) => {
  const found = await store.get('certificates', input.id);
  if (found) {
    const { _id, ...rest } = found;
    return ok({ state: 'certified', certificate: { subject: _id, ...rest }, publicKey: publicKey() });
  }
  const journal = await store.get('erasures', input.id);
  if (journal) return ok({ state: states[journal.state], publicKey: publicKey() });
  const account = await store.get('accounts', input.id);
  if (!account || account.status === 'active') return fail('CERTIFICATE_UNKNOWN');
  return ok({ state: account.status === 'frozen' ? 'frozen' : 'begun', publicKey: publicKey() });
};
