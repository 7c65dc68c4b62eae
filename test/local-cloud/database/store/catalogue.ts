import { CloudError, collectionMissing, invalidParam } from '../errors';
import type { IndexPlan } from '../types';
import type { Store } from './store';
import { tableKey } from './tables';

/** An index as kept: its number names its keys, `multikey` the fields in which an array was ever indexed. */
export interface KeptIndex extends IndexPlan {
  id: number;
  multikey: readonly string[];
}

/** A collection as kept. */
export interface Collection {
  id: number;
  name: string;
  indexes: KeptIndex[];
}

const MAX_COLLECTIONS = 100;
const NAME = /^[A-Za-z0-9_-]{1,32}$|^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

/** A catalogue from before fields were told apart only says whether there was an array at all. */
function fieldsMarked({ multikey, fields }: KeptIndex): readonly string[] {
  const kept = multikey as KeptIndex['multikey'] | boolean;
  if (typeof kept !== 'boolean') return kept;
  return kept ? fields.map(({ field }) => field) : [];
}

/** Which collections and indexes exist; kept in the store, mirrored in memory. */
export class Catalogue {
  readonly #store: Store;
  readonly #collections = new Map<string, Collection>();
  #lastId = 0;

  constructor(store: Store) {
    this.#store = store;
    for (const { value } of store.range(tableKey('catalogue'), tableKey('documents'))) {
      const collection = JSON.parse(value.toString('utf8')) as Collection;
      for (const index of collection.indexes) index.multikey = fieldsMarked(index);
      this.#collections.set(collection.name, collection);
      this.#lastId = Math.max(this.#lastId, collection.id, ...collection.indexes.map((index) => index.id));
    }
  }

  /** Every collection, by name. */
  all(): Collection[] {
    return [...this.#collections.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  has(name: string): boolean {
    return this.#collections.has(name);
  }

  /** The collection of a request's `collectionName`. */
  named(name: unknown): Collection {
    if (typeof name !== 'string' || !name) throw invalidParam('collectionName is required');
    const collection = this.#collections.get(name);
    if (!collection) throw collectionMissing(name);
    return collection;
  }

  /** Creates a collection, which must not exist. */
  create(name: unknown): Collection {
    if (typeof name !== 'string' || !NAME.test(name))
      throw invalidParam('collectionName is not a valid collection name');
    if (this.has(name))
      throw new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceInUse] Table exist: ${name}`);
    if (this.#collections.size >= MAX_COLLECTIONS) {
      throw new CloudError(
        'DATABASE_COLLECTION_EXCEED_LIMIT',
        `[LimitExceeded] at most ${String(MAX_COLLECTIONS)} collections`,
      );
    }
    const collection: Collection = { id: this.nextId(), name, indexes: [] };
    this.#store.write(() => {
      this.save(collection);
    });
    this.#collections.set(name, collection);
    return collection;
  }

  /** Keeps a changed collection; only inside `write`. */
  save(collection: Collection): void {
    this.#store.put(
      tableKey('catalogue', undefined, Buffer.from(collection.name)),
      Buffer.from(JSON.stringify(collection)),
    );
  }

  nextId(): number {
    return ++this.#lastId;
  }
}
