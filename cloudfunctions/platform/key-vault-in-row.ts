import type { KeyVault } from './key-vault';
import { createSubjectKey, openSubjectKey, type SubjectKey } from './keys';
import { masterKeys } from './master-key';
import { Unreadable } from './unreadable';

/** The key vault where there is no other environment: the wrapped key lies in the account's row and goes with it. */
export function keyVaultInRow(): KeyVault {
  return {
    async create(subject) {
      const { key, wrapped, wrappedBy } = createSubjectKey(subject, await masterKeys());
      return { key, columns: { key: wrapped, keyWrappedBy: wrappedBy } };
    },
    open: async ({ _id, key }) => openSubjectKey(_id, key, await masterKeys()),
    async openMany(accounts) {
      const masters = await masterKeys();
      const keys = new Map<string, SubjectKey>();
      for (const { _id, key } of accounts) {
        try {
          keys.set(_id, openSubjectKey(_id, key, masters));
        } catch (error) {
          if (!(error instanceof Unreadable)) throw error;
        }
      }
      return keys;
    },
    // Whoever erases overwrites the row itself.
    destroy: () => Promise.resolve(),
  };
}
