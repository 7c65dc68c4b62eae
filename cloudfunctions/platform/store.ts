import type { CollectionName, DataMap } from '../../src/contracts/data-map';
import type { Document } from '../../src/contracts/data-map/grammar';
import type { Condition } from './conditions';

/** A stored row of a collection. */
export type Row<N extends CollectionName> = Document<DataMap[N]>;

/** Equality or a condition on columns; never empty, never undefined. `null` matches a missing column. */
export type Filter<N extends CollectionName> = { [K in keyof Row<N>]?: Row<N>[K] | Condition | null };

/** New values for columns; `null` takes a column away. */
export type Change<N extends CollectionName> = { [K in Exclude<keyof Row<N>, '_id'>]?: Row<N>[K] | null };

type Order<N extends CollectionName> = readonly [column: keyof Row<N> & string, direction: 'asc' | 'desc'];

/** How a list is read: at most 1000 rows a call, 100 unless told; in the order of one column, or of several. */
export interface Reading<N extends CollectionName> {
  /**
   * Leaves out rows of a version that this code does not know, instead of throwing: for work over many people, of whom
   * one must not keep the others from theirs, and which neither proves nor certifies anything by what it finds.
   */
  known?: true;
  orderBy?: Order<N> | readonly Order<N>[];
  limit?: number;
  only?: readonly (keyof Row<N> & string)[];
}

/**
 * What happens together or not at all: documents by id only, for in CloudBase nothing else joins a transaction. No
 * condition can be set on what is changed, so its version is only known from having been read.
 */
export interface Transaction {
  /** A row as it is when the transaction begins: changing it afterwards conflicts with whoever changed it since. */
  get<N extends CollectionName>(collection: N, id: string): Promise<Row<N> | undefined>;
  add<N extends CollectionName>(collection: N, rows: readonly Row<N>[]): Promise<void>;
  /** Throws `Conflict` when the row is not there. */
  change<N extends CollectionName>(collection: N, id: string, change: Change<N>): Promise<void>;
  /** Throws `Conflict` when the row is not there. */
  remove(collection: CollectionName, id: string): Promise<void>;
}

/** The versions that rows bear of their schema (`row-version.ts`); of use to migrations alone. */
export interface Versions {
  /** Rows of exactly this version, in the order of their ids, after this one; at most so many. */
  rowsOf<N extends CollectionName>(
    collection: N,
    version: number,
    after: string,
    limit: number,
  ): Promise<Row<N>[]>;
  /**
   * Changes rows of the version before this one and gives them its number; answers how many. Safe to repeat: who has it
   * already is not touched.
   */
  raise<N extends CollectionName>(
    collection: N,
    filter: Filter<N>,
    to: number,
    change: Change<N>,
  ): Promise<number>;
  /** How many rows are of an older version than this code's, and of how many it does not know the version. */
  standing(collection: CollectionName): Promise<{ older: number; unknown: number }>;
}

/** Cloud storage: files that are there for a while, reached by signed addresses alone. */
export interface FileStore {
  /** The id that a file at this path has, known before it is there. */
  fileAt(path: string): Promise<string>;
  putFile(path: string, bytes: Buffer): Promise<void>;
  /** An address under which anybody can fetch it for so many seconds. */
  fileAddress(id: string, seconds: number): Promise<string>;
  /** Removes files; one that is not there is as good as removed. */
  removeFiles(ids: readonly string[]): Promise<void>;
}

/**
 * The database, and the files beside it, as the functions see them. Every write is checked against the data map's
 * schema. A row that is added bears its version; one of a version that this code does not know is neither changed nor
 * removed by a filter, and reading it throws `Unreadable`. Throws `Conflict` when another writer was first (a duplicate
 * key, or a transaction that lost): reading again and repeating is then right.
 */
export interface Store extends FileStore {
  find<N extends CollectionName>(collection: N, filter: Filter<N>, reading?: Reading<N>): Promise<Row<N>[]>;
  get<N extends CollectionName>(collection: N, id: string): Promise<Row<N> | undefined>;
  count<N extends CollectionName>(collection: N, filter: Filter<N>): Promise<number>;
  /** Rows that match, counted by a column's value; bound the filter so that at most 1000 values come back. */
  countBy<N extends CollectionName>(
    collection: N,
    filter: Filter<N>,
    column: keyof Row<N> & string,
  ): Promise<Map<string, number>>;
  add<N extends CollectionName>(collection: N, rows: readonly Row<N>[]): Promise<void>;
  /** Changes every row that matches; answers how many. */
  change<N extends CollectionName>(collection: N, filter: Filter<N>, change: Change<N>): Promise<number>;
  /** Removes every row that matches; answers how many. */
  remove<N extends CollectionName>(collection: N, filter: Filter<N>): Promise<number>;
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  readonly versions: Versions;
}

/** The columns of an order, first the one that counts most. */
export const ordersOf = <N extends CollectionName>(orderBy: Reading<N>['orderBy']): readonly Order<N>[] =>
  orderBy === undefined
    ? []
    : typeof orderBy[0] === 'string'
      ? [orderBy as Order<N>]
      : (orderBy as Order<N>[]);

/** Another writer was first; the index that refused is named where known. */
export class Conflict extends Error {
  constructor(readonly index?: string) {
    super(index === undefined ? 'write conflict' : `duplicate key in ${index}`);
  }
}
