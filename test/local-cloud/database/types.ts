/** A stored document, or any sub-document of one. */
export type Document = Record<string, unknown>;

/** One field of an index, in key order. */
export interface IndexField {
  field: string;
  direction: 1 | -1;
}

/** An index as the plan names it. A unique one treats a missing field as null, as CloudBase does. */
export interface IndexPlan {
  name: string;
  fields: IndexField[];
  unique: boolean;
}

/** A collection and the indexes it must have. */
export interface CollectionPlan {
  name: string;
  indexes: IndexPlan[];
}

/** `{field: 1 or -1}` in the order given. */
export type SortSpec = Record<string, 1 | -1>;

/** What the engine has done since it was opened; `scans` lets a test show that no call reads a whole collection. */
export interface DatabaseStats {
  /** Calls that looked for documents. */
  reads: number;
  /** Calls that had to look at every document of a collection. */
  scans: number;
  /** Documents looked at by those scans. */
  scannedDocs: number;
  /** Documents looked at by all calls, without those that were looked at to choose a way. */
  examinedDocs: number;
  /** The last scans, newest last: which collection, and which fields the filter named. */
  lastScans: { collection: string; fields: string[] }[];
  /** The reading that looked at the most documents for nothing: beyond those it answered. */
  mostInVain: { docs: number; collection: string; fields: string[] };
}
