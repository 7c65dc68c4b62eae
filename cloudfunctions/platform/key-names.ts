import type { KeyHolder } from './key-vault';
import { keyFingerprint, openSubjectKey, referenceOf, wrappedFingerprint } from './keys';
import { masterKeys, type MasterKeys } from './master-key';

/** What a key may be called, the name to write first. */
export type KeyNames = [string, ...string[]];

function namesOf({ _id, key }: KeyHolder, masters: MasterKeys | undefined): KeyNames {
  const reference = referenceOf(key);
  if (reference !== undefined) return [reference];
  const wrapped = wrappedFingerprint(key);
  try {
    return masters ? [keyFingerprint(openSubjectKey(_id, key, masters)), wrapped] : [wrapped];
  } catch {
    // Erasing must not wait for a key that opens; what does not open is named by what lies there.
    return [wrapped];
  }
}

/**
 * The names of accounts' keys by subject, for certificates and for telling after a restore whether an account still has
 * the key that was destroyed. A change of master key leaves them as they are. The last name is the one that journals
 * and vaults of the first release wrote.
 */
export async function keyNames(accounts: readonly KeyHolder[]): Promise<Map<string, KeyNames>> {
  const masters = await masterKeys().catch(() => undefined);
  return new Map(accounts.map((account) => [account._id, namesOf(account, masters)]));
}
