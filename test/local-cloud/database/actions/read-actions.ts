import { compileProjection } from '../query/projection';
import type { Collection } from '../store/catalogue';
import type { Records } from '../store/records';
import type { View } from '../transactions/view';
import { formatEjson } from '../values/ejson';
import { readCount, readEjson, readFilter, readLimit, readSort, type Params } from './request';

/** `database.getDocument`: `{list: [EJSON]}`. */
export function getDocument(view: View, collection: Collection, params: Params, now: Date) {
  const offset = readCount(params, 'offset');
  const limit = readLimit(params);
  const search = { filter: readFilter(params, now), sort: readSort(params, now), limit: offset + limit };
  const project =
    params['projection'] === undefined
      ? undefined
      : compileProjection(readEjson(params['projection'], 'projection', now));
  const found = view.find(collection, search).slice(offset);
  return {
    data: {
      list: found.map(({ document }) => formatEjson(project ? project(document) : document)),
      limit,
      offset,
    },
  };
}

/** `database.calculateDocument`: `{total}`. Counting everything reads the kept count. */
export function calculateDocument(
  view: View,
  collection: Collection,
  params: Params,
  now: Date,
  records: Records,
) {
  const filter = readFilter(params, now);
  const isEverything = Object.keys(filter).length === 0;
  const total = isEverything
    ? records.count(collection)
    : view.find(collection, { filter, sort: {}, limit: Infinity }).length;
  return { data: { total } };
}
