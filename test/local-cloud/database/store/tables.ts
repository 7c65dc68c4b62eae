/** The tables that share the one LMDB file, by the byte their keys start with. */
const TABLES = { catalogue: 1, documents: 2, indexes: 3, counts: 4, mark: 5 } as const;

/** A key in a table; `owner` is the collection's or index's number. */
export function tableKey(table: keyof typeof TABLES, owner?: number, key: Buffer = EMPTY): Buffer {
  const head = Buffer.alloc(owner === undefined ? 1 : HEAD_BYTES);
  head.writeUInt8(TABLES[table], 0);
  if (owner !== undefined) head.writeUInt32BE(owner, 1);
  return Buffer.concat([head, key]);
}

const EMPTY = Buffer.alloc(0);
/** Length of the head of a key that has an owner. */
export const HEAD_BYTES = 5;
