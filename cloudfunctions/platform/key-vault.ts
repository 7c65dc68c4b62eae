import type { SubjectKey } from './keys';
import type { Row, Versions } from './store';

/** What an account's row says of its key; enough to open it. */
export type KeyHolder = Pick<Row<'accounts'>, '_id' | 'key'>;

/** The columns of an account's row that say where its key is. */
export type KeyColumns = Required<Pick<Row<'accounts'>, 'key' | 'keyWrappedBy'>>;

/**
 * Where subject keys are kept, wrapped by the master key: in the account's row, or in another CloudBase environment, so
 * that a restored database brings no key back. Opening throws `Unreadable` for a destroyed, missing or altered key.
 */
export interface KeyVault {
  /**
   * Makes and keeps a new subject's key. It comes before the account's own transaction, so that none is without a key.
   */
  create(subject: string, now: Date): Promise<{ key: SubjectKey; columns: KeyColumns }>;
  open(account: KeyHolder): Promise<SubjectKey>;
  /** Keys of up to 1000 accounts by subject id, in at most one call; who has none that opens is left out. */
  openMany(accounts: readonly KeyHolder[]): Promise<Map<string, SubjectKey>>;
  /**
   * Makes keys unusable for ever that lie outside the accounts' rows, also for whoever brings an older row back. May
   * run again, with accounts of any kind.
   */
  destroy(accounts: readonly KeyHolder[], now: Date): Promise<void>;
  /** What can be asked of a vault only where it outlives a restore of the accounts. */
  readonly elsewhere?: KeysElsewhere;
}

/** The vault in an environment of its own. */
export interface KeysElsewhere {
  /** A page of subjects whose key is destroyed, in the order of their ids, after this one. */
  destroyedAfter(subject: string, limit: number): Promise<string[]>;
  /** Which of up to 1000 subjects have their key destroyed, each with the key's fingerprint. */
  destroyedAmong(subjects: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Takes over a key that lies in an account's row; undefined where it does not open or is destroyed here. */
  adopt(account: KeyHolder, now: Date): Promise<KeyColumns | undefined>;
  /** Subjects whose living keys were made in this time, at most 1000. */
  madeBetween(from: Date, to: Date): Promise<string[]>;
  /** Removes living keys without a trace, for subjects that never were. Answers how many. */
  forget(subjects: readonly string[]): Promise<number>;
  /** Removes tombstones, when their certificates' life is over. Answers how many; throws where one may not go. */
  bury(subjects: readonly string[]): Promise<number>;
  /** Wraps up to `limit` keys under the current master key; answers how many, and how many still wait. */
  rewrap(limit: number): Promise<Rewrapping>;
  readonly versions: Versions;
}

/** How a rotation went: keys wrapped anew, and keys that still wait or that this process could not open. */
export interface Rewrapping {
  rewrapped: number;
  left: number;
}

/** In `accounts.keyWrappedBy`: the key lies in the vault's own environment. No master key's id looks like it. */
export const IN_VAULT = 'vault';

/** In `accounts.keyWrappedBy`: there is no key any more. */
export const NOBODY = 'none';
