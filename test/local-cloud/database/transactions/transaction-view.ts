import { duplicateKey, transactionConflict } from '../errors';
import type { Collection } from '../store/catalogue';
import type { Found, Records } from '../store/records';
import type { Search, Searcher } from '../store/search';
import type { Document } from '../types';
import { fromStoredBytes, storedBytes } from '../update/storable';
import type { Claims } from './claims';
import type { History } from './history';
import { Transaction } from './transaction';
import { describeKey, uniqueKeysOf } from './unique';
import type { View } from './view';

/**
 * The state of a transaction's snapshot with its own writes on top. A write to anything that another transaction holds,
 * or that changed after the snapshot, is a conflict at once; so a commit never is.
 */
export class TransactionView implements View {
  readonly #snapshot: number;

  constructor(
    private readonly transaction: Transaction,
    private readonly records: Records,
    private readonly searcher: Searcher,
    private readonly claims: Claims,
    private readonly history: History,
  ) {
    this.#snapshot = transaction.snapshot ??= history.now;
  }

  find(collection: Collection, search: Search): Found[] {
    const documents = new Map<string, { key: Buffer; document: Document | undefined }>();
    for (const [id, { key, before }] of this.history.since(this.#snapshot, collection)) {
      documents.set(id, { key, document: before && fromStoredBytes(before) });
    }
    for (const write of this.transaction.writes.values()) {
      if (write.collection !== collection) continue;
      documents.set(write.key.toString('latin1'), {
        key: write.key,
        document: write.bytes && fromStoredBytes(write.bytes),
      });
    }
    return this.searcher.find(collection, search, { documents });
  }

  read(collection: Collection, key: Buffer): Document | undefined {
    const own = this.transaction.writes.get(Transaction.writeName(collection, key));
    if (own) return own.bytes && fromStoredBytes(own.bytes);
    const changed = this.history.since(this.#snapshot, collection).get(key.toString('latin1'));
    if (changed) return changed.before && fromStoredBytes(changed.before);
    return this.records.read(collection, key);
  }

  write(collection: Collection, key: Buffer, document: Document | undefined): void {
    this.#refuseConflict(collection, key);
    const bytes = document && storedBytes(document);
    const keys = document ? uniqueKeysOf(collection, document) : [];
    if (document) this.#checkUnique(collection, key, document);
    this.claims.claim(this.transaction, collection, key);
    this.claims.claimUniqueKeys(this.transaction, key, keys);
    this.transaction.writes.set(Transaction.writeName(collection, key), { collection, key, bytes });
  }

  #refuseConflict(collection: Collection, key: Buffer): void {
    const owner = this.claims.ownerOf(collection, key);
    if ((owner && owner !== this.transaction) || this.history.changedSince(this.#snapshot, collection, key)) {
      throw transactionConflict(collection.name);
    }
  }

  #checkUnique(collection: Collection, document: Buffer, content: Document): void {
    for (const { index, key } of uniqueKeysOf(collection, content)) {
      const claim = this.claims.uniqueKey(index, key);
      if (claim && claim.owner !== this.transaction) throw transactionConflict(index.name);
      const taken =
        (claim && !claim.document.equals(document)) ||
        this.#keptHolder(collection, this.records.holders(index, key), document);
      if (taken) throw duplicateKey(collection.name, index.name, describeKey(index, content));
    }
  }

  /** Whether a kept document, other than this one and those rewritten here, holds the key. */
  #keptHolder(collection: Collection, holders: readonly Buffer[], document: Buffer): boolean {
    const others = holders.filter(
      (holder) =>
        !holder.equals(document) && !this.transaction.writes.has(Transaction.writeName(collection, holder)),
    );
    for (const holder of others) this.#refuseConflict(collection, holder);
    return others.length > 0;
  }
}
