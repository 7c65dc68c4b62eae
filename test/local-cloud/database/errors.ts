/** CloudBase's own error codes, as its SDK and public documentation name them. */
type CloudErrorCode =
  | 'INVALID_PARAM'
  | 'INVALID_ACTION'
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'DATABASE_COLLECTION_EXCEED_LIMIT'
  | 'DATABASE_DUPLICATE_WRITE'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL';

/** What a wire action rejects with; the door answers HTTP 200 with `{code, message, requestId}`. */
export class CloudError extends Error {
  override name = 'CloudError';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A request whose shape is wrong, before any document is looked at. */
export const invalidParam = (message: string) =>
  new CloudError('INVALID_PARAM' satisfies CloudErrorCode, `[InvalidParameter] ${message}`);

/** A request that MongoDB itself would refuse: unknown operator, wrong operand, failed write. */
export const requestFailed = (message: string) =>
  new CloudError('DATABASE_REQUEST_FAILED' satisfies CloudErrorCode, `[FailedOperation] ${message}`);

/** The collection was never created; CloudBase creates none on write. */
export const collectionMissing = (name: string) =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST' satisfies CloudErrorCode,
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem persists, contact us.`,
  );

/** A unique index (or `_id`) already holds the key. */
export const duplicateKey = (collection: string, index: string, key: string) =>
  new CloudError(
    'DATABASE_DUPLICATE_WRITE' satisfies CloudErrorCode,
    `[FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}}]}, {<nil>}]`,
  );

/** Another transaction has touched the same document: the one code that `runTransaction` retries. */
export const transactionConflict = (what: string) =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT' satisfies CloudErrorCode,
    `[ResourceUnavailable.TransactionConflict] Transaction conflict on ${what}`,
  );

/** The transaction ended, expired or never was. */
export const transactionMissing = (id: string) =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL' satisfies CloudErrorCode,
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction: ${id}`,
  );
