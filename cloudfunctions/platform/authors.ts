import { oneOf } from './conditions';
import type { SubjectKey } from './keys';
import { keyVault } from './open-key-vault';
import type { Store } from './store';

/**
 * The keys of those among these authors whose words may be read: of active accounts alone, for whoever is leaving is
 * used for nothing any more (P35). One call, and none where there is nobody.
 */
export async function keysOfAuthors(
  store: Store,
  rows: readonly { subject: string }[],
): Promise<Map<string, SubjectKey>> {
  const ids = [...new Set(rows.map(({ subject }) => subject))];
  if (ids.length === 0) return new Map();
  const reading = { limit: ids.length, only: ['_id', 'key'] as const, known: true } as const;
  const filter = { _id: oneOf(ids), status: 'active' } as const;
  return keyVault().openMany(await store.find('accounts', filter, reading));
}
