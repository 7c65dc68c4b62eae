import { aggregateDocuments } from './actions/aggregate';
import { calculateDocument, getDocument } from './actions/read-actions';
import type { Params } from './actions/request';
import { insertDocument, modifyAndReturnDoc, modifyDocument, removeDocument } from './actions/write-actions';
import { CloudError } from './errors';
import { provisionCollection } from './store/provision';
import { Catalogue, type Collection } from './store/catalogue';
import { Records } from './store/records';
import { Searcher } from './store/search';
import { Store } from './store/store';
import { Blocked } from './transactions/direct-view';
import { Transactions } from './transactions/transactions';
import type { View } from './transactions/view';
import type { CollectionPlan, DatabaseStats } from './types';
import { relaxedEjson } from './values/ejson';

export { CloudError } from './errors';
export type { CollectionPlan, DatabaseStats } from './types';

/** Where the data lies, and the clock that server dates follow. */
export interface DatabaseOptions {
  dir: string;
  now: () => Date;
  /** Milliseconds an open transaction may live by the machine's clock; CloudBase gives 30 seconds. */
  transactionLifetime?: number;
}

/** The database of the local cloud. */
export interface Database {
  /**
   * One wire action, e.g. `('database.getDocument', {...})`. Resolves to the body's members; rejects with CloudError.
   */
  call(action: string, params: Params): Promise<Record<string, unknown>>;
  /**
   * Makes the collections and indexes of a plan; may run again. Throws a CloudError when data breaks a unique index.
   */
  provision(plans: readonly CollectionPlan[]): void;
  collections(): { name: string; count: number; indexes: CollectionPlan['indexes'] }[];
  /** A page of a collection in `_id` order, as relaxed EJSON values, for people to look at. */
  documents(collection: string, page: { offset: number; limit: number }): unknown[];
  /**
   * Rewrites the files so that bytes of removed or overwritten documents are gone. Calls wait meanwhile; a kill harms
   * nothing.
   */
  vacuum(): Promise<void>;
  /** Whether something was removed or overwritten since the last vacuum, also across restarts. */
  dirtySinceVacuum(): boolean;
  stats(): DatabaseStats;
  close(): Promise<void>;
}

/** Opens the database in a directory, making it when it is not there. */
export function openDatabase(options: DatabaseOptions): Database {
  return new LocalDatabase(options);
}

type Action = (view: View, collection: Collection, params: Params, now: Date) => Record<string, unknown>;

class LocalDatabase implements Database {
  readonly #store: Store;
  readonly #catalogue: Catalogue;
  readonly #records: Records;
  readonly #searcher: Searcher;
  readonly #transactions: Transactions;
  readonly #now: () => Date;
  /** Resolved, except while the files are being swapped. */
  #ready: Promise<void> = Promise.resolve();

  constructor({ dir, now, transactionLifetime }: DatabaseOptions) {
    this.#store = new Store(dir);
    this.#catalogue = new Catalogue(this.#store);
    this.#records = new Records(this.#store, this.#catalogue);
    this.#searcher = new Searcher(this.#records);
    this.#transactions = new Transactions(this.#store, this.#records, this.#searcher, transactionLifetime);
    this.#now = now;
  }

  /** Actions on documents; the reads among them, and whether they may be part of a transaction. */
  readonly #documentActions: Record<string, { run: Action; reads?: true }> = {
    'database.getDocument': { run: getDocument, reads: true },
    'database.calculateDocument': {
      run: (...args) => calculateDocument(...args, this.#records),
      reads: true,
    },
    'database.aggregateDocuments': {
      run: (...args) => aggregateDocuments(...args, this.#catalogue),
      reads: true,
    },
    'database.insertDocument': { run: insertDocument },
    'database.modifyDocument': { run: modifyDocument },
    'database.modifyAndReturnDoc': { run: modifyAndReturnDoc },
    'database.removeDocument': { run: removeDocument },
  };

  readonly #otherActions: Record<string, (params: Params) => Record<string, unknown>> = {
    'database.addCollection': ({ collectionName }) => {
      this.#catalogue.create(collectionName);
      return {};
    },
    'database.startTransaction': () => ({ transactionId: this.#transactions.start() }),
    'database.commitTransaction': ({ transactionId }) => {
      this.#transactions.commit(transactionId);
      return {};
    },
    'database.abortTransaction': ({ transactionId }) => {
      this.#transactions.abort(transactionId);
      return {};
    },
  };

  async call(action: string, params: Params): Promise<Record<string, unknown>> {
    for (;;) {
      await this.#untilReady();
      try {
        return this.#run(action, params);
      } catch (error) {
        if (!(error instanceof Blocked)) throw error;
        await error.by.ended;
      }
    }
  }

  /** A vacuum may have begun while this call waited for the one before. */
  async #untilReady(): Promise<void> {
    for (let awaited: Promise<void> | undefined; awaited !== this.#ready;) {
      awaited = this.#ready;
      await awaited;
    }
  }

  #run(action: string, params: Params): Record<string, unknown> {
    const other = Object.hasOwn(this.#otherActions, action) ? this.#otherActions[action] : undefined;
    if (other) return other(params);
    const known = Object.hasOwn(this.#documentActions, action) ? this.#documentActions[action] : undefined;
    if (!known) throw new CloudError('INVALID_ACTION', `[InvalidAction] unknown action: ${action}`);
    const collection = this.#catalogue.named(params['collectionName']);
    const now = this.#now();
    const run = (view: View) => known.run(view, collection, params, now);
    if (params['transactionId'] !== undefined && params['transactionId'] !== null) {
      return this.#transactions.within(params['transactionId'], run);
    }
    return known.reads ? this.#transactions.reading(run) : this.#transactions.direct(run);
  }

  provision(plans: readonly CollectionPlan[]): void {
    for (const plan of plans) provisionCollection(plan, this.#store, this.#catalogue, this.#records);
  }

  collections() {
    return this.#catalogue.all().map((collection) => ({
      name: collection.name,
      count: this.#records.count(collection),
      indexes: collection.indexes.map(({ name, fields, unique }) => ({ name, fields, unique })),
    }));
  }

  documents(name: string, { offset, limit }: { offset: number; limit: number }): unknown[] {
    const collection = this.#catalogue.named(name);
    const page = this.#searcher.find(collection, {
      filter: {},
      sort: { _id: 1 },
      limit: offset + limit,
    });
    return page.slice(offset).map(({ document }) => relaxedEjson(document));
  }

  vacuum(): Promise<void> {
    const rewritten = this.#ready.then(() => this.#store.rewrite());
    // A failed rewrite is its caller's to handle; the calls that waited go on with the old file.
    this.#ready = rewritten.catch(() => undefined);
    return rewritten;
  }

  dirtySinceVacuum(): boolean {
    return this.#store.isDirty;
  }

  stats(): DatabaseStats {
    return structuredClone(this.#searcher.stats);
  }

  async close(): Promise<void> {
    await this.#ready;
    this.#transactions.abortAll();
    await this.#store.close();
  }
}
