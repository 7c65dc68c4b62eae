import type { Collection } from '../store/catalogue';
import type { Found } from '../store/records';
import type { Search } from '../store/search';
import type { Document } from '../types';

/** The database as one action sees it: directly, or inside a transaction. */
export interface View {
  find(collection: Collection, search: Search): Found[];
  read(collection: Collection, key: Buffer): Document | undefined;
  /** Puts a document under a key, or removes it. Checks unique indexes and other transactions' claims. */
  write(collection: Collection, key: Buffer, document: Document | undefined): void;
}
