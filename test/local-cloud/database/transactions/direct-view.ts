import { duplicateKey } from '../errors';
import type { Collection } from '../store/catalogue';
import type { Found, Records } from '../store/records';
import type { Search, Searcher } from '../store/search';
import type { Document } from '../types';
import { storedBytes } from '../update/storable';
import type { Claims } from './claims';
import type { History } from './history';
import type { Transaction } from './transaction';
import { describeKey, uniqueKeysOf } from './unique';
import type { View } from './view';

/** An open transaction holds what a direct write needs: the write waits for its end, then starts again. */
export class Blocked extends Error {
  constructor(readonly by: Transaction) {
    super('blocked by a transaction');
  }
}

/** The committed state, written at once. Lives for one action inside one atomic write. */
export class DirectView implements View {
  readonly #changes: { collection: number; key: Buffer; before: Buffer | undefined }[] = [];

  constructor(
    private readonly records: Records,
    private readonly searcher: Searcher,
    private readonly claims: Claims,
    private readonly history: History,
  ) {}

  find(collection: Collection, search: Search): Found[] {
    return this.searcher.find(collection, search);
  }

  read(collection: Collection, key: Buffer): Document | undefined {
    return this.records.read(collection, key);
  }

  write(collection: Collection, key: Buffer, document: Document | undefined): void {
    const owner = this.claims.ownerOf(collection, key);
    if (owner) throw new Blocked(owner);
    if (document) this.#checkUnique(collection, key, document);
    this.#changes.push({ collection: collection.id, key, before: this.records.bytes(collection, key) });
    this.records.replace(collection, key, document && storedBytes(document));
  }

  /** Tells open transactions what was there before; called once the write has committed. */
  committed(): void {
    if (this.#changes.length) this.history.record(this.#changes);
  }

  #checkUnique(collection: Collection, document: Buffer, content: Document): void {
    for (const { index, key } of uniqueKeysOf(collection, content)) {
      const claim = this.claims.uniqueKey(index, key);
      if (claim) throw new Blocked(claim.owner);
      const holder = this.records.holders(index, key).find((other) => !other.equals(document));
      if (!holder) continue;
      const owner = this.claims.ownerOf(collection, holder);
      if (owner) throw new Blocked(owner);
      throw duplicateKey(collection.name, index.name, describeKey(index, content));
    }
  }
}
