import { Aggregator } from 'mingo/aggregator';
import { invalidParam, requestFailed } from '../errors';
import { queryOptions } from '../query/context';
import { asRequestFailure } from '../query/filter';
import { parseSort } from '../query/sort';
import { pipelineStages, STAGES } from '../query/stages';
import type { Catalogue, Collection } from '../store/catalogue';
import type { View } from '../transactions/view';
import type { Document, SortSpec } from '../types';
import { isDocument } from '../values/bson-type';
import { formatEjson, parseEjson } from '../values/ejson';
import { fillNow } from '../values/now-variable';
import type { Params } from './request';

type Stage = Record<string, unknown>;

/** `database.aggregateDocuments`: `{list: [EJSON]}`. A leading match, sort and limit are read through an index. */
export function aggregateDocuments(
  view: View,
  collection: Collection,
  params: Params,
  now: Date,
  catalogue: Catalogue,
) {
  if (params['transactionId'] !== undefined)
    throw invalidParam('aggregate is not supported in a transaction');
  const pipeline = readStages(params['stages'], now);
  const { search, rest } = leadingSearch(pipeline);
  const results = asRequestFailure(() => {
    const input = view.find(collection, search).map(({ document }) => document);
    const stages = pipelineStages(view, catalogue);
    return new Aggregator(rest, queryOptions(stages)).run(input);
  });
  return { data: { list: results.map((result) => formatEjson(result)) } };
}

function readStages(stages: unknown, now: Date): Stage[] {
  if (!Array.isArray(stages)) throw invalidParam('stages must be an array');
  return stages.map((stage: unknown) => {
    if (!isDocument(stage)) throw invalidParam('a stage must be an object');
    const { stageKey, stageValue } = stage;
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string')
      throw invalidParam('a stage needs stageKey and stageValue');
    if (!STAGES.has(stageKey)) throw requestFailed(`Unrecognized pipeline stage name: '${stageKey}'`);
    // Stage values that are not objects arrive as plain JSON, which EJSON reads as well.
    return {
      [stageKey]: fillNow(
        (parseEjson(`{"value":${stageValue}}`, 'stageValue', now) as Document)['value'],
        now,
      ),
    };
  });
}

interface Leading {
  search: { filter: Document; sort: SortSpec; limit: number };
  rest: Stage[];
}

/** Takes the leading match, sort and limit off a pipeline, in the order in which a search does them. */
function leadingSearch(pipeline: Stage[]): Leading {
  const rest = [...pipeline];
  const take = (name: string): unknown => (rest[0] && name in rest[0] ? rest.shift()?.[name] : undefined);
  const filters: Document[] = [];
  for (let filter = take('$match'); filter !== undefined; filter = take('$match')) {
    if (!isDocument(filter)) throw requestFailed('the match filter must be an expression in an object');
    filters.push(filter);
  }
  const order = take('$sort');
  const sort = order === undefined ? {} : readSortStage(order);
  const limit = rest[0]?.['$limit'];
  const isLimit = typeof limit === 'number' && Number.isInteger(limit) && limit > 0;
  const filter = filters.length > 1 ? { $and: filters } : (filters[0] ?? {});
  return { search: { filter, sort, limit: isLimit ? limit : Infinity }, rest };
}

function readSortStage(order: unknown): SortSpec {
  if (!isDocument(order) || !Object.keys(order).length)
    throw requestFailed('$sort stage must have at least one sort key');
  return parseSort(order);
}
