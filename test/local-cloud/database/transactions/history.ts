import type { Collection } from '../store/catalogue';

interface Change {
  at: number;
  collection: number;
  key: Buffer;
  /** What was kept before the change. */
  before: Buffer | undefined;
}

/**
 * Pre-images of the changes made while some transaction is open, so that each reads the state of its snapshot.
 * Time is the number of committed writes.
 */
export class History {
  #now = 0;
  #changes: Change[] = [];
  #readers = 0;

  /** The moment that a snapshot taken now shows. */
  get now(): number {
    return this.#now;
  }

  /** Keeps pre-images from now on, until as many `release`s. */
  retain(): void {
    this.#readers++;
  }

  release(): void {
    this.#readers--;
    if (this.#readers === 0) this.#changes = [];
  }

  /** Records one committed write. */
  record(changes: readonly Omit<Change, 'at'>[]): void {
    this.#now++;
    if (this.#readers > 0) for (const change of changes) this.#changes.push({ ...change, at: this.#now });
  }

  /** What a snapshot shows in place of each document changed after it, by key in latin1. */
  since(snapshot: number, collection: Collection): Map<string, { key: Buffer; before: Buffer | undefined }> {
    const first = new Map<string, { key: Buffer; before: Buffer | undefined }>();
    for (const change of this.#changes) {
      if (change.at <= snapshot || change.collection !== collection.id) continue;
      const id = change.key.toString('latin1');
      if (!first.has(id)) first.set(id, { key: change.key, before: change.before });
    }
    return first;
  }

  /** Whether a document was changed after a snapshot. */
  changedSince(snapshot: number, collection: Collection, key: Buffer): boolean {
    return this.#changes.some((c) => c.at > snapshot && c.collection === collection.id && c.key.equals(key));
  }
}
