/**
 * The SDK as the cases use it. Its own types leave out half of what it can do, and answer `any`.
 */

/** A document that an answer holds. */
export interface Row {
  _id: unknown;
  [field: string]: unknown;
}

/** `collection()` and everything chained to it. */
export interface Query {
  name: string;
  where(filter: unknown): Query;
  orderBy(field: string, direction: 'asc' | 'desc'): Query;
  skip(count: number): Query;
  limit(count: number): Query;
  field(projection: unknown): Query;
  options(options: { raw?: boolean; multiple?: boolean }): Query;
  get(): Promise<{ data: Row[] }>;
  count(): Promise<{ total: number }>;
  update(data: unknown): Promise<{ updated: number }>;
  updateAndReturn(data: unknown): Promise<{ updated: number; doc: Row | null }>;
  remove(): Promise<{ deleted: number }>;
  add(data: unknown): Promise<{ id: unknown; ids: unknown[] }>;
  doc(id: unknown): DocumentReference<Row[]>;
  aggregate(): Aggregate;
}

/** One document; in a transaction its `get` answers it or null, elsewhere a list. */
export interface DocumentReference<Read> {
  get(): Promise<{ data: Read }>;
  field(projection: unknown): DocumentReference<Read>;
  set(data: unknown): Promise<{ updated: number; upsertedId: unknown }>;
  create(data: unknown): Promise<{ id: unknown }>;
  update(data: unknown): Promise<{ updated: number }>;
  remove(): Promise<{ deleted: number }>;
}

type StageName =
  | ('addFields' | 'bucket' | 'bucketAuto' | 'count' | 'geoNear' | 'group' | 'limit' | 'lookup' | 'match')
  | ('project' | 'replaceRoot' | 'sample' | 'skip' | 'sort' | 'sortByCount' | 'unwind');

/** A pipeline being built. */
export interface Aggregate extends Record<StageName, (operand: unknown) => Aggregate> {
  end(): Promise<{ data: Row[] }>;
  done(): unknown[];
}

/** A condition or an update, to be joined by `and` or `or`. */
export interface Operator extends Record<string, unknown> {
  and(other: unknown): Operator;
  or(other: unknown): Operator;
}

type CommandName =
  | (
      | 'eq'
      | 'neq'
      | 'lt'
      | 'lte'
      | 'gt'
      | 'gte'
      | 'in'
      | 'nin'
      | 'all'
      | 'elemMatch'
      | 'exists'
      | 'size'
      | 'mod'
    )
  | ('geoNear' | 'geoWithin' | 'geoIntersects' | 'and' | 'nor' | 'or' | 'not' | 'expr' | 'jsonSchema')
  | (
      | 'set'
      | 'remove'
      | 'inc'
      | 'mul'
      | 'push'
      | 'pull'
      | 'pullAll'
      | 'pop'
      | 'shift'
      | 'unshift'
      | 'addToSet'
    )
  | ('rename' | 'bit' | 'max' | 'min');

/** `db.command`. */
export interface Command extends Record<CommandName, (...operands: unknown[]) => Operator> {
  project: { slice(operand: unknown): unknown; elemMatch(operand: unknown): unknown };
}

type ExpressionName =
  | (
      | 'abs'
      | 'add'
      | 'ceil'
      | 'divide'
      | 'exp'
      | 'floor'
      | 'ln'
      | 'log'
      | 'log10'
      | 'mod'
      | 'multiply'
      | 'pow'
    )
  | ('sqrt' | 'subtract' | 'trunc' | 'arrayElemAt' | 'arrayToObject' | 'concatArrays' | 'filter' | 'in')
  | (
      | 'indexOfArray'
      | 'isArray'
      | 'map'
      | 'range'
      | 'reduce'
      | 'reverseArray'
      | 'size'
      | 'slice'
      | 'zip'
      | 'and'
    )
  | ('not' | 'or' | 'cmp' | 'eq' | 'gt' | 'gte' | 'lt' | 'lte' | 'neq' | 'cond' | 'ifNull' | 'switch')
  | (
      | 'dateFromParts'
      | 'dateFromString'
      | 'dayOfMonth'
      | 'dayOfWeek'
      | 'dayOfYear'
      | 'isoDayOfWeek'
      | 'isoWeek'
    )
  | ('isoWeekYear' | 'millisecond' | 'minute' | 'month' | 'second' | 'hour' | 'week' | 'year' | 'literal')
  | ('mergeObjects' | 'objectToArray' | 'allElementsTrue' | 'anyElementTrue' | 'setDifference' | 'setEquals')
  | (
      | 'setIntersection'
      | 'setIsSubset'
      | 'setUnion'
      | 'concat'
      | 'dateToString'
      | 'indexOfBytes'
      | 'indexOfCP'
    )
  | ('split' | 'strLenBytes' | 'strLenCP' | 'strcasecmp' | 'substr' | 'substrBytes' | 'substrCP' | 'toLower')
  | ('toUpper' | 'meta' | 'addToSet' | 'avg' | 'first' | 'last' | 'max' | 'min' | 'push' | 'stdDevPop')
  | ('stdDevSamp' | 'sum' | 'let');

/** `db.command.aggregate`. */
export interface Expressions extends Record<ExpressionName, (operand: unknown) => unknown> {
  pipeline(): Aggregate;
}

/** A transaction, in which a document reads as itself or null. */
export interface Transaction {
  collection(name: string): Omit<Query, 'doc'> & { doc(id: unknown): DocumentReference<Row | null> };
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

/** `app.database()`. */
export interface Sdk {
  config: unknown;
  collection(name: string): Query;
  createCollection(name: string): Promise<unknown>;
  serverDate(options?: { offset: number }): unknown;
  ObjectId(options: { id: string }): unknown;
  RegExp(options: { regexp: string; options?: string }): unknown;
  Geo: {
    Point: new (longitude: number, latitude: number) => { longitude: number; latitude: number };
    LineString: new (points: unknown[]) => unknown;
    Polygon: new (lines: unknown[]) => unknown;
  };
  command: Command & { aggregate: Expressions };
  startTransaction(): Promise<Transaction>;
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}
