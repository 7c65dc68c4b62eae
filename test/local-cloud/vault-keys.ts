import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVaultKeys, type VaultKeys } from '../../config/operate/vault-key';

/**
 * The pair of the data folder's sealed vault, made at the first start. Functions are given the public half; the private
 * one lies in a file beside, as it would lie in the operator's safe.
 */
export function loadVaultKeys(dir: string): VaultKeys {
  const file = join(dir, 'vault.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as VaultKeys;
  const keys = createVaultKeys();
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return keys;
}
