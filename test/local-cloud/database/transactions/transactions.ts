import { randomUUID } from 'node:crypto';
import { invalidParam, transactionMissing } from '../errors';
import type { Records } from '../store/records';
import type { Searcher } from '../store/search';
import type { Store } from '../store/store';
import { Claims } from './claims';
import { DirectView } from './direct-view';
import { History } from './history';
import { Transaction } from './transaction';
import { TransactionView } from './transaction-view';

/** CloudBase ends a transaction after 30 seconds. */
export const TRANSACTION_LIFETIME = 30_000;

/** The open transactions, from start to commit, abort or expiry. */
export class Transactions {
  readonly #open = new Map<string, { transaction: Transaction; timer: NodeJS.Timeout }>();
  readonly #claims = new Claims();
  readonly #history = new History();

  constructor(
    private readonly store: Store,
    private readonly records: Records,
    private readonly searcher: Searcher,
    private readonly lifetime: number = TRANSACTION_LIFETIME,
  ) {}

  start(): string {
    const transaction = new Transaction(randomUUID(), this.lifetime);
    const timer = setTimeout(() => {
      this.#end(transaction);
    }, this.lifetime);
    timer.unref();
    this.#open.set(transaction.id, { transaction, timer });
    this.#history.retain();
    return transaction.id;
  }

  /** Runs one action that only reads on the committed state. */
  reading<T>(action: (view: DirectView) => T): T {
    return action(new DirectView(this.records, this.searcher, this.#claims, this.#history));
  }

  /** Runs one action on the committed state, as one atomic write. */
  direct<T>(action: (view: DirectView) => T): T {
    const view = new DirectView(this.records, this.searcher, this.#claims, this.#history);
    const result = this.store.write(() => action(view));
    view.committed();
    return result;
  }

  /** Runs one action inside a transaction. Any failure ends the transaction, as it does in MongoDB. */
  within<T>(id: unknown, action: (view: TransactionView) => T): T {
    const transaction = this.#named(id);
    try {
      return action(
        new TransactionView(transaction, this.records, this.searcher, this.#claims, this.#history),
      );
    } catch (error) {
      this.#end(transaction);
      throw error;
    }
  }

  /** Makes a transaction's writes real, all in one atomic write. */
  commit(id: unknown): void {
    const transaction = this.#named(id);
    const writes = [...transaction.writes.values()];
    const changes = writes.map(({ collection, key }) => ({
      collection: collection.id,
      key,
      before: this.records.bytes(collection, key),
    }));
    if (writes.length) {
      this.store.write(() => {
        for (const { collection, key, bytes } of writes) this.records.replace(collection, key, bytes);
      });
      this.#history.record(changes);
    }
    this.#end(transaction);
  }

  abort(id: unknown): void {
    this.#end(this.#named(id));
  }

  /** Ends every transaction; the database is closing. */
  abortAll(): void {
    for (const { transaction } of [...this.#open.values()]) this.#end(transaction);
  }

  #named(id: unknown): Transaction {
    if (typeof id !== 'string' || !id) throw invalidParam('transactionId is required');
    const transaction = this.#open.get(id)?.transaction;
    if (!transaction) throw transactionMissing(id);
    if (transaction.isExpired) {
      this.#end(transaction);
      throw transactionMissing(id);
    }
    return transaction;
  }

  #end(transaction: Transaction): void {
    const open = this.#open.get(transaction.id);
    if (!open) return;
    clearTimeout(open.timer);
    this.#open.delete(transaction.id);
    this.#claims.releaseAll(transaction);
    this.#history.release();
    transaction.end();
  }
}
