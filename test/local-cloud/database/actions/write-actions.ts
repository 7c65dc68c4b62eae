import { randomBytes } from 'node:crypto';
import { duplicateKey, invalidParam, requestFailed } from '../errors';
import { documentKey } from '../indexes/index-keys';
import type { Collection } from '../store/catalogue';
import type { Found } from '../store/records';
import type { View } from '../transactions/view';
import type { Document } from '../types';
import { compileUpdate } from '../update/apply-update';
import { checkId } from '../update/storable';
import { isDocument } from '../values/bson-type';
import { valuesEqual } from '../values/compare';
import { formatEjson } from '../values/ejson';
import { readEjson, readFilter, readFlag, type Params } from './request';

const MAX_INSERTED = 1000;

/** 32 hex digits, as CloudBase makes them. */
const newId = () => randomBytes(16).toString('hex');

/** `database.insertDocument`: `{insertedIds}`; all of the documents or none. */
export function insertDocument(view: View, collection: Collection, params: Params, now: Date) {
  const { data } = params;
  if (!Array.isArray(data) || data.length === 0) throw invalidParam('data must be a non-empty array');
  if (data.length > MAX_INSERTED) throw invalidParam(`at most ${String(MAX_INSERTED)} documents at once`);
  const documents = data.map((text) => readDocument(text, now));
  return { data: { insertedIds: documents.map((document) => insert(view, collection, document)) } };
}

function readDocument(text: unknown, now: Date): Document {
  const document = readEjson(text, 'data', now);
  if (!isDocument(document)) throw invalidParam('a document must be an object');
  return document;
}

function insert(view: View, collection: Collection, content: Document): unknown {
  const { _id = newId(), ...fields } = content;
  checkId(_id);
  const key = documentKey(_id);
  if (view.read(collection, key))
    throw duplicateKey(collection.name, '_id_', `{ _id: ${JSON.stringify(_id)} }`);
  view.write(collection, key, { _id, ...fields });
  return _id;
}

/** `database.modifyDocument`: `{updated, upsert_id}`; `updated` counts the documents that really changed. */
export function modifyDocument(view: View, collection: Collection, params: Params, now: Date) {
  const filter = readFilter(params, now);
  const merge = readFlag(params, 'merge', true);
  const upsert = readFlag(params, 'upsert', false);
  const multi = readFlag(params, 'multi', false);
  const data = readDocument(params['data'], now);
  if (!merge && multi) throw invalidParam('multi update only works with merge');
  const change = merge ? merging(data, filter, now) : replacing(data);
  const matched = view.find(collection, { filter, sort: {}, limit: multi ? Infinity : 1 });
  if (!matched.length && upsert) {
    return { data: { updated: 0, upsert_id: insert(view, collection, change(seedOf(filter), true)) } };
  }
  return { data: { updated: matched.filter((found) => rewrite(view, collection, found, change)).length } };
}

/** `database.modifyAndReturnDoc`: changes one document and answers what it became. */
export function modifyAndReturnDoc(view: View, collection: Collection, params: Params, now: Date) {
  const filter = readFilter(params, now);
  const change = merging(readDocument(params['data'], now), filter, now);
  const [found] = view.find(collection, { filter, sort: {}, limit: 1 });
  if (!found) return { data: { updated: 0, doc: null } };
  const updated = Number(rewrite(view, collection, found, change));
  return { data: { updated, doc: formatEjson(view.read(collection, found.key)) } };
}

/** `database.removeDocument`: `{deleted}`. */
export function removeDocument(view: View, collection: Collection, params: Params, now: Date) {
  const filter = readFilter(params, now);
  const multi = readFlag(params, 'multi', false);
  const matched = view.find(collection, { filter, sort: {}, limit: multi ? Infinity : 1 });
  for (const { key } of matched) view.write(collection, key, undefined);
  return { data: { deleted: matched.length } };
}

type Change = (document: Document, inserting: boolean) => Document;

function merging(data: Document, filter: Document, now: Date): Change {
  const update = compileUpdate(data, now);
  return (document, inserting) => {
    const copy = structuredCloneDocument(document);
    update(copy, { filter, inserting });
    return copy;
  };
}

function replacing(data: Document): Change {
  const operator = Object.keys(data).find((key) => key.startsWith('$'));
  if (operator !== undefined)
    throw requestFailed(`The dollar ($) prefixed field '${operator}' is not valid for storage.`);
  return (document) => ({ _id: document['_id'], ...data });
}

/** Containers are copied, so that an edit in place leaves the version before as it was; values are shared. */
function structuredCloneDocument<T>(value: T): T {
  if (Array.isArray(value)) return value.map((element: unknown) => structuredCloneDocument(element)) as T;
  if (!isDocument(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, structuredCloneDocument(member)]),
  ) as T;
}

function rewrite(view: View, collection: Collection, { key, document }: Found, change: Change): boolean {
  const after = change(document, false);
  if (!valuesEqual(after['_id'], document['_id'])) {
    throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  if (valuesEqual(after, document)) return false;
  view.write(collection, key, after);
  return true;
}

/** What an upsert starts from: the fields that the filter fixes. */
function seedOf(filter: Document): Document {
  const seed: Document = {};
  for (const [path, condition] of Object.entries(filter)) {
    const value = isDocument(condition) && '$eq' in condition ? condition['$eq'] : condition;
    if (path.startsWith('$') || path.includes('.') || value instanceof RegExp) continue;
    if (isDocument(value) && Object.keys(value).some((key) => key.startsWith('$'))) continue;
    seed[path] = value;
  }
  if (seed['_id'] === undefined) seed['_id'] = newId();
  return seed;
}
