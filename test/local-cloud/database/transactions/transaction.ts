import type { Collection } from '../store/catalogue';

/** One document as an open transaction has written it. */
export interface PendingWrite {
  collection: Collection;
  key: Buffer;
  /** Undefined when it is removed. */
  bytes: Buffer | undefined;
}

/** An open transaction: what it has written, and which state it reads. */
export class Transaction {
  /** The history's moment at the first operation. */
  snapshot: number | undefined;
  readonly writes = new Map<string, PendingWrite>();
  readonly #deadline: number;
  #end!: () => void;
  /** Resolves when it commits, aborts or expires. */
  readonly ended = new Promise<void>((resolve) => (this.#end = resolve));

  /** `lifetime` in milliseconds of the machine's own clock, which time travel does not move. */
  constructor(
    readonly id: string,
    lifetime: number,
  ) {
    this.#deadline = performance.now() + lifetime;
  }

  get isExpired(): boolean {
    return performance.now() >= this.#deadline;
  }

  end(): void {
    this.#end();
  }

  static writeName(collection: Collection, key: Buffer): string {
    return `${String(collection.id)}:${key.toString('latin1')}`;
  }
}
