import { invalidParam } from '../errors';
import { parseSort } from '../query/sort';
import type { Document, SortSpec } from '../types';
import { isDocument } from '../values/bson-type';
import { parseEjson } from '../values/ejson';
import { fillNow } from '../values/now-variable';

/** The parameters of a wire action, as they arrived. */
export type Params = Record<string, unknown>;

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/**
 * The filter of a request. `where` was never called when it is absent or empty: everything, unless a document is named.
 */
export function readFilter(params: Params, now: Date): Document {
  const { query, queryType } = params;
  if (queryType !== undefined && queryType !== 'WHERE' && queryType !== 'DOC')
    throw invalidParam('queryType must be WHERE or DOC');
  if (query === undefined || query === '') {
    if (queryType === 'DOC') throw invalidParam('query is required for a document');
    return {};
  }
  const filter = readEjson(query, 'query', now);
  if (!isDocument(filter)) throw invalidParam('query must be an object');
  if (queryType === 'DOC' && filter['_id'] === undefined)
    throw invalidParam('query must name a document by _id');
  return '$expr' in filter ? { ...filter, $expr: fillNow(filter['$expr'], now) } : filter;
}

/** One EJSON string of a request. */
export function readEjson(text: unknown, name: string, now: Date): unknown {
  if (typeof text !== 'string') throw invalidParam(`${name} must be a string of EJSON`);
  return parseEjson(text, name, now);
}

export function readSort(params: Params, now: Date): SortSpec {
  return params['order'] === undefined ? {} : parseSort(readEjson(params['order'], 'order', now));
}

/** 100 unless stated, never more than 1000. */
export function readLimit(params: Params): number {
  return Math.min(readCount(params, 'limit') || DEFAULT_LIMIT, MAX_LIMIT);
}

/** A whole number that is not negative; 0 when absent. */
export function readCount(params: Params, name: string): number {
  const value = params[name] ?? 0;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalidParam(`${name} must be a non-negative integer`);
  return value;
}

export function readFlag(params: Params, name: string, otherwise: boolean): boolean {
  const value = params[name] ?? otherwise;
  if (typeof value !== 'boolean') throw invalidParam(`${name} must be a boolean`);
  return value;
}
