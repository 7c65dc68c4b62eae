import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import { lookupDigest } from '../platform/keys';
import { openedMember, type Member } from '../platform/member';
import type { Store } from '../platform/store';

/** The person behind a phone, for an operator's case; `active` where a frozen account must not be touched (P35). */
export async function personOf(
  store: Store,
  phone: string,
  allowed: 'active' | 'frozen too',
): Promise<Result<Member>> {
  const [row] = await store.find('accounts', { phoneDigest: lookupDigest(phone) }, { limit: 1 });
  const isThere = row?.status === 'active' || (allowed === 'frozen too' && row?.status === 'frozen');
  return row && isThere ? ok(await openedMember(row)) : fail('ACCOUNT_UNKNOWN');
}
