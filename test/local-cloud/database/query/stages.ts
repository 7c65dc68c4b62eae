import type { ComputeOptions } from './compute-options';
import { Lazy, type Iterator } from 'mingo/lazy';
import { Aggregator } from 'mingo/aggregator';
import { evalExpr } from 'mingo/core';
import * as mingoStages from 'mingo/operators/pipeline';
import { requestFailed } from '../errors';
import type { Catalogue } from '../store/catalogue';
import type { View } from '../transactions/view';
import type { Document } from '../types';
import { isDocument } from '../values/bson-type';
import { leavesOf } from '../values/paths';
import { queryOptions } from './context';
import { compileFilter } from './filter';
import { distanceTo, parseNearness } from './geo';
import { pointOf } from './geo-shapes';
import { documentOrder, parseSort } from './sort';

type Stage = (input: Iterator, operand: unknown, options: ComputeOptions) => Iterator;

/** The stages taken from mingo as they are. Those that write or run code are not among them. */
const KEPT = [
  ...[
    '$addFields',
    '$set',
    '$unset',
    '$project',
    '$replaceRoot',
    '$replaceWith',
    '$group',
    '$bucket',
    '$bucketAuto',
  ],
  ...['$count', '$facet', '$redact', '$sample', '$unwind', '$setWindowFields'],
] as const;

const OWN = [
  '$match',
  '$sort',
  '$sortByCount',
  '$limit',
  '$skip',
  '$lookup',
  '$geoNear',
  '$unionWith',
] as const;

/** Every stage that is answered. */
export const STAGES: ReadonlySet<string> = new Set<string>([...KEPT, ...OWN]);

const whole = (value: unknown, stage: string, least: number): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least)
    throw requestFailed(`the ${stage} must be an integer of at least ${String(least)}`);
  return value;
};

/** The stages of one call, which read other collections through the same view. */
export function pipelineStages(view: View, catalogue: Catalogue): Record<`$${string}`, Stage> {
  const search = (name: unknown, filter: Document) =>
    view.find(catalogue.named(name), { filter, sort: {}, limit: Infinity }).map(({ document }) => document);
  const stages: Record<`$${string}`, Stage> = {
    ...Object.fromEntries(
      KEPT.map((name) => [name, mingoStages[name as keyof typeof mingoStages] as unknown as Stage]),
    ),
    $match: (input, filter, options) => {
      const matches = compileFilter(filter, options.variables);
      return input.filter((document) => matches(document as Document));
    },
    $sort: (input, order) => {
      if (!isDocument(order) || !Object.keys(order).length)
        throw requestFailed('$sort stage must have at least one sort key');
      const byOrder = documentOrder(parseSort(order));
      return input.transform((documents) => Lazy([...documents].sort(byOrder) as never[]));
    },
    $sortByCount: (input, expression, options) => {
      const group = mingoStages.$group as unknown as Stage;
      const counted = group(input, { _id: expression, count: { $sum: 1 } }, options);
      return counted.transform((documents) =>
        Lazy([...documents].sort(documentOrder({ count: -1 })) as never[]),
      );
    },
    $limit: (input, operand) => input.take(whole(operand, 'limit', 1)),
    $skip: (input, operand) => input.drop(whole(operand, 'skip', 0)),
    $lookup: (input, operand, options) => lookup(input, operand, options),
    $unionWith: (input, operand) => {
      const { coll, pipeline = [] } = isDocument(operand) ? operand : { coll: operand };
      const others = run(pipeline, search(coll, {}));
      return input.transform((documents) => Lazy([...documents, ...others] as never[]));
    },
    $geoNear: (input, operand) => geoNear(input, operand),
  };
  const run = (pipeline: unknown, documents: Document[], variables: Document = {}): unknown[] => {
    if (!Array.isArray(pipeline)) throw requestFailed('pipeline must be an array');
    for (const stage of pipeline) {
      const name = isDocument(stage) ? Object.keys(stage)[0] : undefined;
      if (!name || !STAGES.has(name))
        throw requestFailed(`Unrecognized pipeline stage name: '${String(name)}'`);
    }
    return new Aggregator(pipeline as Document[], { ...queryOptions(stages), variables }).run(documents);
  };
  const lookup: Stage = (input, operand, options) => {
    if (!isDocument(operand) || typeof operand['as'] !== 'string')
      throw requestFailed('$lookup needs from and as');
    const {
      from,
      localField,
      foreignField,
      let: bindings = {},
      pipeline,
      as,
    } = operand as Document & { as: string };
    const isJoin = typeof localField === 'string' && typeof foreignField === 'string';
    if (!isJoin && pipeline === undefined)
      throw requestFailed('$lookup requires localField and foreignField, or a pipeline');
    catalogue.named(from);
    return input.map((document) => {
      const filter = isJoin ? { [foreignField]: { $in: localValues(document as Document, localField) } } : {};
      const joined = search(from, filter);
      const variables = evalExpr(document, bindings, options) as Document;
      return {
        ...(document as Document),
        [as]: pipeline === undefined ? joined : run(pipeline, joined, variables),
      };
    });
  };
  return stages;
}

/** An array joins by each of its elements; a missing field joins as null. */
function localValues(document: Document, path: string): unknown[] {
  const values = leavesOf(document, path).flatMap((leaf) =>
    Array.isArray(leaf) ? (leaf as unknown[]) : [leaf ?? null],
  );
  return values.length ? values : leavesOf(document, path).length ? [] : [null];
}

/** `$geoNear` from a point, nearest first. */
function geoNear(input: Iterator, operand: unknown): Iterator {
  if (!isDocument(operand) || !pointOf(operand['near']))
    throw requestFailed('$geoNear requires a near point');
  const {
    near,
    distanceField,
    key,
    query = {},
    maxDistance,
    minDistance,
    distanceMultiplier = 1,
    includeLocs,
    limit,
    num,
  } = operand;
  if (typeof distanceField !== 'string')
    throw requestFailed("$geoNear requires a 'distanceField' option as a String");
  if (typeof distanceMultiplier !== 'number') throw requestFailed('distanceMultiplier must be a number');
  const bounds = Object.entries({ $maxDistance: maxDistance, $minDistance: minDistance }).filter(
    ([, value]) => value !== undefined,
  );
  const { centre, min, max } = parseNearness({ $geometry: near, ...Object.fromEntries(bounds) });
  const matches = compileFilter(query);
  const most = limit ?? num;
  return input.transform((documents) => {
    const found = (documents as Document[]).flatMap((document) => {
      const path = typeof key === 'string' ? key : geoField(document);
      const distance = path === undefined ? undefined : distanceTo(document, path, centre);
      if (
        path === undefined ||
        distance === undefined ||
        distance < min ||
        distance > max ||
        !matches(document)
      )
        return [];
      const location = typeof includeLocs === 'string' ? { [includeLocs]: leavesOf(document, path)[0] } : {};
      return [
        { distance, document: { ...document, [distanceField]: distance * distanceMultiplier, ...location } },
      ];
    });
    found.sort((a, b) => a.distance - b.distance);
    const nearest = typeof most === 'number' ? found.slice(0, most) : found;
    return Lazy(nearest.map(({ document }) => document) as never[]);
  });
}

/** Without a `key` MongoDB takes the only geographic index; here it is the first field that holds a point. */
function geoField(document: Document): string | undefined {
  return Object.keys(document).find(
    (name) => isDocument(document[name]) && pointOf(document[name]) !== undefined,
  );
}
