import type { Document } from '../types';
import { isDocument } from './bson-type';

/** Splits a dotted field path. */
export const splitPath = (path: string): string[] => path.split('.');

/** Whether a path part may address an array element. */
export const isIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

/** A document's own field; inherited names such as `constructor` are never fields. */
export function ownField(document: Document, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(document, name) ? document[name] : undefined;
}

/**
 * Every value that a dotted path reaches, as MongoDB's matcher walks it: through each document of an array, and
 * through a numeric part. `undefined` stands for a document that lacks the field; arrays at the end are not expanded.
 */
export function leavesOf(root: unknown, path: string): unknown[] {
  const leaves: unknown[] = [];
  collect(root, splitPath(path), 0, leaves);
  return leaves;
}

function collect(value: unknown, parts: readonly string[], at: number, leaves: unknown[]): void {
  const part = parts[at];
  if (part === undefined) {
    leaves.push(value);
  } else if (Array.isArray(value)) {
    if (isIndex(part) && Number(part) < value.length) collect(value[Number(part)], parts, at + 1, leaves);
    for (const element of value) if (isDocument(element)) collect(element, parts, at, leaves);
  } else if (isDocument(value)) {
    collect(ownField(value, part), parts, at + 1, leaves);
  } else {
    leaves.push(undefined);
  }
}
