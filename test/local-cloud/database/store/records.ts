import { duplicateKey } from '../errors';
import { indexKeys } from '../indexes/index-keys';
import type { KeyRange } from '../indexes/planner';
import type { Document } from '../types';
import { fromStoredBytes } from '../update/storable';
import type { Catalogue, Collection, KeptIndex } from './catalogue';
import type { Store } from './store';
import { HEAD_BYTES, tableKey } from './tables';

/** A document and the key it is kept under. */
export interface Found {
  key: Buffer;
  document: Document;
}

const AFTER = Buffer.from([0xff]);

/** Documents and their index keys, kept in step. Knows nothing of transactions. */
export class Records {
  readonly #store: Store;
  readonly #catalogue: Catalogue;

  constructor(store: Store, catalogue: Catalogue) {
    this.#store = store;
    this.#catalogue = catalogue;
  }

  bytes(collection: Collection, key: Buffer): Buffer | undefined {
    return this.#store.get(tableKey('documents', collection.id, key));
  }

  read(collection: Collection, key: Buffer): Document | undefined {
    const bytes = this.bytes(collection, key);
    return bytes && fromStoredBytes(bytes);
  }

  count(collection: Collection): number {
    return this.#store.get(tableKey('counts', collection.id))?.readDoubleBE(0) ?? 0;
  }

  /** The documents in a range of an index, or of `_id` when no index is named. */
  *range(
    collection: Collection,
    index: KeptIndex | undefined,
    range: KeyRange,
    reverse: boolean,
  ): Iterable<Found> {
    for (const { key, value } of this.#entriesIn(collection, index, range, reverse)) {
      if (!index) {
        yield { key: Buffer.from(key.subarray(HEAD_BYTES)), document: fromStoredBytes(value) };
        continue;
      }
      const documentKey = Buffer.from(value);
      const document = this.read(collection, documentKey);
      if (document) yield { key: documentKey, document };
    }
  }

  /** How many entries lie in a range, counted up to `most`; no document is read. */
  size(collection: Collection, index: KeptIndex | undefined, range: KeyRange, most: number): number {
    const entries = this.#entriesIn(collection, index, range, false);
    let size = 0;
    for (const _ of entries) {
      size += 1;
      if (size >= most) break;
    }
    return size;
  }

  /** Keys of the documents that hold a key of an index. */
  holders(index: KeptIndex, key: Buffer): Buffer[] {
    const range = this.#store.range(
      tableKey('indexes', index.id, key),
      tableKey('indexes', index.id, Buffer.concat([key, AFTER])),
    );
    return Array.from(range, ({ value }) => Buffer.from(value));
  }

  /** Puts `bytes` in place of what is kept under a key, or removes it; only inside the store's `write`. */
  replace(collection: Collection, key: Buffer, bytes: Buffer | undefined): void {
    const before = this.read(collection, key);
    const after = bytes && fromStoredBytes(bytes);
    for (const index of collection.indexes) this.#reindex(collection, index, key, before, after);
    const place = tableKey('documents', collection.id, key);
    if (bytes) this.#store.put(place, bytes);
    else this.#store.remove(place);
    if (before) this.#store.markDirty();
    this.#addToCount(collection, Number(Boolean(after)) - Number(Boolean(before)));
  }

  /** Fills a new index from the documents there are; only inside the store's `write`. */
  buildIndex(collection: Collection, index: KeptIndex): void {
    const documents = [...this.range(collection, undefined, { low: Buffer.alloc(0), high: AFTER }, false)];
    for (const { key, document } of documents) {
      const { keys } = indexKeys(index.fields, document);
      const taken = index.unique ? keys.find((own) => this.holders(index, own).length > 0) : undefined;
      if (taken) throw duplicateKey(collection.name, index.name, JSON.stringify(document['_id']));
      this.#reindex(collection, index, key, undefined, document);
    }
  }

  /** Empties an index; only inside the store's `write`. */
  dropIndex(index: KeptIndex): void {
    const entries = Array.from(
      this.#store.range(tableKey('indexes', index.id), tableKey('indexes', index.id, AFTER)),
      ({ key }) => Buffer.from(key),
    );
    for (const key of entries) this.#store.remove(key);
    if (entries.length) this.#store.markDirty();
  }

  #entriesIn(
    collection: Collection,
    index: KeptIndex | undefined,
    { low, high }: KeyRange,
    reverse: boolean,
  ) {
    const [table, owner] = index ? (['indexes', index.id] as const) : (['documents', collection.id] as const);
    return this.#store.range(tableKey(table, owner, low), tableKey(table, owner, high), reverse);
  }

  #reindex(
    collection: Collection,
    index: KeptIndex,
    key: Buffer,
    before: Document | undefined,
    after: Document | undefined,
  ): void {
    const old = before ? indexKeys(index.fields, before).keys : [];
    const now = after ? indexKeys(index.fields, after) : { keys: [], multikey: [] };
    if (now.multikey.length > 0) {
      // Saved each time: the write that first set the mark may have been undone.
      index.multikey = [...new Set([...index.multikey, ...now.multikey])];
      this.#catalogue.save(collection);
    }
    const stays = new Set(now.keys.map((own) => own.toString('latin1')));
    const had = new Set(old.map((own) => own.toString('latin1')));
    for (const own of old)
      if (!stays.has(own.toString('latin1'))) this.#store.remove(this.#entry(index, own, key));
    for (const own of now.keys)
      if (!had.has(own.toString('latin1'))) this.#store.put(this.#entry(index, own, key), key);
  }

  #entry(index: KeptIndex, own: Buffer, key: Buffer): Buffer {
    return tableKey('indexes', index.id, Buffer.concat([own, key]));
  }

  #addToCount(collection: Collection, change: number): void {
    if (change === 0) return;
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleBE(this.count(collection) + change);
    this.#store.put(tableKey('counts', collection.id), bytes);
  }
}
