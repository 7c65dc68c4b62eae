import { oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import type { KeyVault } from '../platform/key-vault';
import { keyVault } from '../platform/open-key-vault';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Longer than any backup that is restored: an account that a restore lost for the moment may come back with a newer
 * one, and must find its key.
 */
const OLD_MS = 30 * DAY_MS;

/** Two runs of the timer, so that one that fails leaves nothing out. */
const WINDOW_MS = 20 * 60_000;

/** So many keys without a single account mean that this is not their database. */
const SUSPICIOUS = 3;

/**
 * Removes keys made a month ago for accounts that never came to be, because registering failed after the key was made
 * (the two databases share no transaction). What a run does not see stays, which harms nobody. A database that knows
 * none of the keys is a wrong or an empty one, and nothing is removed for its sake.
 */
export async function sweepOrphans(
  { store, now }: Job,
  { elsewhere }: KeyVault = keyVault(),
): Promise<{ orphans: number }> {
  if (!elsewhere) return { orphans: 0 };
  const until = now.getTime() - OLD_MS;
  const made = await elsewhere.madeBetween(new Date(until - WINDOW_MS), new Date(until));
  if (made.length === 0) return { orphans: 0 };
  const rows = await store.find('accounts', { _id: oneOf(made) }, { limit: made.length, only: ['_id'] });
  const known = new Set(rows.map(({ _id }) => _id));
  const orphans = made.filter((subject) => !known.has(subject));
  if (orphans.length === 0 || (known.size === 0 && made.length >= SUSPICIOUS)) return { orphans: 0 };
  return { orphans: await elsewhere.forget(orphans) };
}
