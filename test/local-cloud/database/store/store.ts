import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { open, TransactionFlags, type RootDatabase } from 'lmdb';
import { tableKey } from './tables';

const FILE = 'database.mdb';
const REWRITTEN = 'database.rewritten.mdb';
/** Abortable, and committed before returning. */
const COMMIT: TransactionFlags = TransactionFlags.ABORTABLE | TransactionFlags.SYNCHRONOUS_COMMIT;
const DIRTY = tableKey('mark');

type Lmdb = RootDatabase<Buffer, Buffer>;

/**
 * Ordered bytes on disk, in one LMDB file. All work is synchronous; a write either commits whole or leaves nothing.
 * Pages are cleared before use (`noMemInit` off), so that no other memory of the process reaches the file.
 */
export class Store {
  readonly #dir: string;
  #lmdb: Lmdb;
  #isDirty: boolean;

  constructor(dir: string) {
    mkdirSync(dir, { recursive: true });
    this.#dir = dir;
    removeFile(join(dir, REWRITTEN));
    this.#lmdb = openFile(join(dir, FILE));
    this.#isDirty = this.get(DIRTY) !== undefined;
  }

  get(key: Buffer): Buffer | undefined {
    return this.#lmdb.getBinary(key);
  }

  /** Only inside `write`. */
  put(key: Buffer, value: Buffer): void {
    this.#lmdb.putSync(key, value);
  }

  /** Only inside `write`. */
  remove(key: Buffer): void {
    this.#lmdb.removeSync(key);
  }

  /** Entries from `low` (included) to `high` (excluded), lazily; the caller must not write while reading. */
  range(low: Buffer, high: Buffer, reverse = false): Iterable<{ key: Buffer; value: Buffer }> {
    const bounds = reverse
      ? { start: high, end: low, reverse: true, inclusiveEnd: true, exclusiveStart: true }
      : { start: low, end: high };
    return this.#lmdb.getRange(bounds);
  }

  /** Runs `work` as one atomic write; what it throws undoes it. */
  write<T>(work: () => T): T {
    try {
      return this.#lmdb.transactionSync(work, COMMIT);
    } catch (error) {
      this.#isDirty = this.get(DIRTY) !== undefined;
      throw error;
    }
  }

  /** Notes, inside `write`, that old bytes now lie in the file. The note outlives a kill. */
  markDirty(): void {
    if (this.#isDirty) return;
    this.put(DIRTY, Buffer.from([1]));
    this.#isDirty = true;
  }

  get isDirty(): boolean {
    return this.#isDirty;
  }

  /**
   * Writes every live entry into a fresh file and puts that in the old one's place by a rename, so that a kill leaves
   * the one or the other. A page-wise copy would not do: LMDB leaves removed bytes in the gaps of live pages.
   */
  async rewrite(): Promise<void> {
    const target = join(this.#dir, REWRITTEN);
    removeFile(target);
    const fresh = openFile(target);
    try {
      fresh.transactionSync(() => {
        for (const { key, value } of this.#lmdb.getRange({}))
          if (!key.equals(DIRTY)) fresh.putSync(key, value);
      }, COMMIT);
      renameSync(target, join(this.#dir, FILE));
    } catch (error) {
      await fresh.close();
      removeFile(target);
      throw error;
    }
    // LMDB knows a file by its inode, so the fresh one stays open under its new name: at no moment is none open.
    renameSync(`${target}-lock`, join(this.#dir, `${FILE}-lock`));
    const old = this.#lmdb;
    this.#lmdb = fresh;
    this.#isDirty = false;
    await old.close();
  }

  async close(): Promise<void> {
    await this.#lmdb.close();
  }
}

/**
 * Nothing waits for the disk (`noSync`): what is written is the system's and outlives SIGKILL, which is the promise; a
 * flush after each commit, which LMDB would do meanwhile, makes the next one ten times slower.
 */
function openFile(path: string): Lmdb {
  const bytes = { encoding: 'binary', keyEncoding: 'binary' };
  return open<Buffer, Buffer>({ path, ...bytes, noMemInit: false, noSync: true } as never);
}

function removeFile(path: string): void {
  for (const file of [path, `${path}-lock`]) rmSync(file, { force: true });
}
