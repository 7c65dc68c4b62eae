import { requestFailed } from '../errors';
import type { Document } from '../types';
import { isDocument } from '../values/bson-type';
import { isIndex, ownField } from '../values/paths';

/** MongoDB's own bound on padding an array with nulls. */
const MAX_PADDING = 1_500_000;

/** What a field holds and what it shall hold; `undefined` is a missing field and removes it. */
export type Edit = (current: unknown) => unknown;

const shown = (value: unknown) => JSON.stringify(value);

/**
 * Applies an edit at a dotted path of a document, changing it in place. Missing parents are made, except for an edit
 * that leaves the field missing. A scalar or null on the way is an error, as is a name where an array needs a number.
 */
export function editPath(document: Document, parts: readonly string[], edit: Edit): void {
  const missing = edit(undefined);
  let holder: Document | unknown[] = document;
  for (const [depth, part] of parts.entries()) {
    if (Array.isArray(holder) && !isIndex(part)) {
      throw requestFailed(
        `Cannot create field '${part}' in element {${parts[depth - 1] ?? ''}: ${shown(holder)}}`,
      );
    }
    if (depth === parts.length - 1) {
      writeField(holder, part, edit);
      return;
    }
    let next = readField(holder, part);
    if (next === undefined) {
      if (missing === undefined) return;
      next = {};
      writeField(holder, part, () => next);
    }
    if (!Array.isArray(next) && !isDocument(next)) {
      throw requestFailed(
        `Cannot create field '${parts[depth + 1] ?? ''}' in element {${part}: ${shown(next)}}`,
      );
    }
    holder = next;
  }
}

/** Removes a field; a path that leads nowhere is not an error. In an array the element becomes null. */
export function unsetPath(document: Document, parts: readonly string[]): void {
  let holder: unknown = document;
  for (const part of parts.slice(0, -1))
    holder = isDocument(holder) || Array.isArray(holder) ? readField(holder, part) : undefined;
  const last = parts[parts.length - 1] as string;
  if (Array.isArray(holder)) {
    if (isIndex(last) && Number(last) < holder.length) holder[Number(last)] = null;
  } else if (isDocument(holder)) {
    Reflect.deleteProperty(holder, last);
  }
}

/** The value at a path that does not reach through arrays except by number. */
export function readPath(document: Document, parts: readonly string[]): unknown {
  return parts.reduce<unknown>(
    (value, part) => (isDocument(value) || Array.isArray(value) ? readField(value, part) : undefined),
    document,
  );
}

function readField(holder: Document | unknown[], part: string): unknown {
  if (!Array.isArray(holder)) return ownField(holder, part);
  return isIndex(part) ? holder[Number(part)] : undefined;
}

function writeField(holder: Document | unknown[], part: string, edit: Edit): void {
  const value = edit(readField(holder, part));
  if (Array.isArray(holder)) {
    const index = Number(part);
    if (index - holder.length > MAX_PADDING)
      throw requestFailed(`can't backfill more than ${String(MAX_PADDING)} elements`);
    while (holder.length < index) holder.push(null);
    if (value !== undefined || index < holder.length) holder[index] = value === undefined ? null : value;
  } else if (value === undefined) {
    Reflect.deleteProperty(holder, part);
  } else {
    holder[part] = value;
  }
}
