import { Query } from 'mingo/query';
import { CloudError, invalidParam, requestFailed } from '../errors';
import type { Document } from '../types';
import { isDocument } from '../values/bson-type';
import { queryOptions } from './context';

/** Decides whether a document matches. */
export type Filter = (document: Document) => boolean;

const LOGICAL = new Set(['$and', '$or', '$nor']);
const MAX_CONDITIONS = 5000;

/**
 * Compiles a filter; an unknown operator or a wrong operand fails here, before any document is read. `variables` are
 * those of a surrounding `$lookup`, for `$expr`.
 */
export function compileFilter(filter: unknown, variables: Document = {}): Filter {
  if (!isDocument(filter)) throw invalidParam('query must be an object');
  checkShape(filter, { left: MAX_CONDITIONS });
  const query = asRequestFailure(() => new Query(filter, { ...queryOptions(), variables }));
  return (document) => asRequestFailure(() => query.test(document));
}

/** Runs an engine call, turning what it throws over bad input into CloudBase's error. */
export function asRequestFailure<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof CloudError) throw error;
    throw requestFailed(error instanceof Error ? error.message : String(error));
  }
}

function checkShape(filter: Document, budget: { left: number }): void {
  for (const [key, condition] of Object.entries(filter)) {
    if (--budget.left < 0) throw invalidParam('query has too many conditions');
    if (!LOGICAL.has(key)) continue;
    if (!Array.isArray(condition) || condition.length === 0)
      throw requestFailed(`${key} must be a nonempty array`);
    for (const entry of condition) {
      if (!isDocument(entry)) throw requestFailed(`${key} argument's entries must be objects`);
      checkShape(entry, budget);
    }
  }
}
