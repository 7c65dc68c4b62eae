import { cloudbase } from './cloudbase';
import { cloudbaseStore } from './cloudbase-store';
import { settingOr } from './environment';
import type { KeyVault } from './key-vault';
import { keyVaultElsewhere } from './key-vault-elsewhere';
import { keyVaultInRow } from './key-vault-in-row';

const opened = new Map<string, KeyVault>();

/** The key vault of this process: in the environment `KEYS_ENV` where that is set, in the accounts' rows otherwise. */
export function keyVault(): KeyVault {
  const environment = settingOr('KEYS_ENV', '');
  const known =
    opened.get(environment) ??
    (environment === '' ? keyVaultInRow() : keyVaultElsewhere(cloudbaseStore(cloudbase(environment))));
  opened.set(environment, known);
  return known;
}
