import { requestFailed } from '../errors';
import { compileFilter } from '../query/filter';
import type { Document } from '../types';
import { splitPath } from '../values/paths';
import { readPath } from './path-edit';

/**
 * The concrete paths that an update path names in one document: `$` is the first element that the filter matched,
 * `$[]` is every element.
 */
export function expandPositions(path: string, document: Document, filter: Document): string[][] {
  let paths: string[][] = [[]];
  for (const part of splitPath(path)) {
    if (part === '')
      throw requestFailed(`The update path '${path}' contains an empty field name, which is not allowed.`);
    if (part === '$') {
      paths = paths.map((prefix) => [...prefix, String(matchedIndex(prefix, document, filter))]);
    } else if (part === '$[]') {
      paths = paths.flatMap((prefix) => arrayAt(prefix, document).map((_, i) => [...prefix, String(i)]));
    } else if (part.startsWith('$')) {
      throw requestFailed(`The dollar ($) prefixed field '${part}' in '${path}' is not valid for storage.`);
    } else {
      paths = paths.map((prefix) => [...prefix, part]);
    }
  }
  return paths;
}

function arrayAt(prefix: readonly string[], document: Document): unknown[] {
  const value = readPath(document, prefix);
  if (!Array.isArray(value))
    throw requestFailed(
      `The path '${prefix.join('.')}' must exist in the document in order to apply array updates.`,
    );
  return value;
}

function matchedIndex(prefix: readonly string[], document: Document, filter: Document): number {
  const path = prefix.join('.');
  const conditions = conditionsOn(path, filter).map((condition) => compileFilter(condition));
  const index = arrayAt(prefix, document).findIndex((element) => {
    const alone = prefix.reduceRight<unknown>((value, part) => ({ [part]: value }), [element]) as Document;
    return conditions.length > 0 && conditions.every((holds) => holds(alone));
  });
  if (index < 0) throw requestFailed('The positional operator did not find the match needed from the query.');
  return index;
}

function conditionsOn(path: string, filter: Document): Document[] {
  return Object.entries(filter).flatMap(([key, condition]) => {
    if (key === '$and' && Array.isArray(condition))
      return condition.flatMap((part) => conditionsOn(path, part as Document));
    return key === path || key.startsWith(`${path}.`) ? [{ [key]: condition }] : [];
  });
}
