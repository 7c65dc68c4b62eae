import { createHash } from 'node:crypto';

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

const digest = (...parts: readonly Buffer[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** A tree that grows leaf by leaf and remembers one digest per level, however many leaves there are. */
export interface MerkleTree {
  /** Adds a leaf, a SHA-256 digest in hex. */
  append(leaf: string): void;
  /** How many leaves there are. */
  size(): number;
  /** The root over the leaves so far, in hex. */
  root(): string;
}

/**
 * The Merkle tree hash of RFC 6962, section 2.1: a leaf is hashed behind the byte 0 and a node behind the byte 1, so
 * that no leaf can pose as a node; n leaves split at the largest power of two below n. The root of no leaves is SHA-256
 * of nothing.
 */
export function merkleTree(): MerkleTree {
  /** Roots of complete subtrees, largest first: one for each bit that is set in `size`. */
  const complete: Buffer[] = [];
  let size = 0;
  return {
    append(leaf) {
      let node = digest(LEAF, Buffer.from(leaf, 'hex'));
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2)
        node = digest(NODE, complete.pop() as Buffer, node);
      complete.push(node);
      size += 1;
    },
    size: () => size,
    root() {
      const root = complete.reduceRight<Buffer | undefined>(
        (right, left) => (right ? digest(NODE, left, right) : left),
        undefined,
      );
      return (root ?? digest()).toString('hex');
    },
  };
}
