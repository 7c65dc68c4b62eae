import type * as z from 'zod/mini';
import type { Basis, Category, PurposeId, Source } from './vocabulary';

/**
 * How a value lies in the database: readable, under the subject's key, as a keyed digest for lookup, or both. `vault`
 * is sealed to the operator's public key: what the law makes us keep about a person, which no function can read (P36).
 */
export type StoreForm = 'plain' | 'sealed' | 'digest' | 'sealed+digest' | 'vault';

/** ISO 8601 duration, or as long as the account. */
export type Life = `P${number}${'D' | 'M' | 'Y'}` | 'account';

/** Everything the system must know about one field of personal data; see README, "The data map". */
export interface Field {
  /** Schema of the value in clear. */
  readonly schema: z.ZodMiniType;
  readonly label: string;
  readonly category: Category;
  readonly purpose: PurposeId;
  /** Purposes that use the value too, each only with its own consent; nothing more is collected for them. */
  readonly alsoFor?: readonly PurposeId[];
  readonly basis: Basis;
  /** Sensitive under PIPL 28: must be sealed and rest on a purpose with its own consent. */
  readonly sensitive: boolean;
  readonly source: Source;
  readonly store: StoreForm;
  /** `since` says in words what the life begins with, where that has a name of its own. */
  readonly retain: {
    readonly from: 'collected' | 'deregistered' | 'completed';
    readonly for: Life;
    readonly since?: string;
  };
  /** To the subject: shown, masked, or left out of pages and export. */
  readonly access: 'show' | 'mask' | 'omit';
  readonly correct: 'self' | 'request' | 'never';
  /** At erasure: taken away, replaced by `as`, or kept for its own life because a law says so. */
  readonly erase: 'drop' | 'pseudonymise' | 'keep-until';
  /** What a pseudonymised value becomes, the same for everyone, so that it leads to no one; required there. */
  readonly as?: string;
  /** The law that makes us keep it; required with `keep-until`. */
  readonly because?: string;
  readonly optional?: true;
}

/** A column of the account by which rows elsewhere lead to it. */
export type Held = '_id' | 'phoneDigest' | 'openidDigest';

/** How a collection's rows belong to a person. */
export type Link =
  | { readonly by: 'id' }
  | { readonly by: 'field'; readonly field: string }
  /**
   * By any of several columns, each holding what the account also holds: a keyed digest, for rows written before there
   * is an account, or its id. A row may so belong to two people, and goes with the first of them.
   */
  | { readonly by: 'columns'; readonly columns: Readonly<Record<string, Held>> }
  /** Through rows of another linked collection. */
  | { readonly by: 'through'; readonly collection: string; readonly field: string }
  | { readonly by: 'none' };

/** An index of a collection. */
export interface Index {
  readonly name: string;
  /** Column names; a leading `-` means descending. */
  readonly on: readonly string[];
  readonly unique?: true;
}

/** One collection of the database, as declared. */
export interface Collection {
  readonly name: string;
  readonly label: string;
  readonly link: Link;
  readonly fields: Readonly<Record<string, Field>>;
  readonly indexes: readonly Index[];
  /**
   * The columns from which a field's life is counted (`retain.from`), each an instant; a row without the column's value
   * does not age. `deregistered` needs none: it is the time on the person's certificate. `written` is since when a row
   * is there, where that is not when its values count as collected; no life is counted from it.
   */
  readonly times?: Readonly<Partial<Record<'written' | 'collected' | 'completed', string>>>;
  /** `keys` lies in the key vault's environment (`KEYS_ENV`) where there is one. */
  readonly environment?: 'keys';
}

/** Declares a collection, keeping the literal types from which the document's type is derived. */
export const collection = <const C extends Collection>(declared: C): C => declared;

type Fields<C extends Collection> = C['fields'];
type Clear<F extends Field> = z.infer<F['schema']>;
type Column<F extends Field> = F['store'] extends 'plain' ? Clear<F> : string;
type OptionalKeys<C extends Collection> = {
  [K in keyof Fields<C>]: Fields<C>[K] extends { optional: true } ? K : never;
}[keyof Fields<C>];
type WithForm<C extends Collection, S extends StoreForm> = {
  [K in keyof Fields<C>]: Fields<C>[K]['store'] extends S ? K : never;
}[keyof Fields<C>];
type HasValue<C extends Collection> = WithForm<C, 'plain' | 'sealed' | 'sealed+digest' | 'vault'>;
type Digests<C extends Collection> = WithForm<C, 'digest' | 'sealed+digest'> & string;
type Simplify<T> = { [K in keyof T]: T[K] };

/** The document as it lies in the database: sealed columns are ciphertext strings, digests are `<field>Digest`. */
export type Document<C extends Collection> = Simplify<
  { _id: string } & {
    [K in Exclude<HasValue<C>, OptionalKeys<C>>]: Column<Fields<C>[K]>;
  } & { [K in Extract<HasValue<C>, OptionalKeys<C>>]?: Column<Fields<C>[K]> } & {
    [K in Exclude<Digests<C>, OptionalKeys<C>> as `${K}Digest`]: string;
  } & { [K in Extract<Digests<C>, OptionalKeys<C>> as `${K}Digest`]?: string }
>;

/** The same facts in clear, before sealing or after opening. */
export type Facts<C extends Collection> = Simplify<
  { [K in Exclude<keyof Fields<C>, OptionalKeys<C>>]: Clear<Fields<C>[K]> } & {
    [K in OptionalKeys<C>]?: Clear<Fields<C>[K]>;
  }
>;
