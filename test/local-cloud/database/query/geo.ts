import type { ComputeOptions } from './compute-options';
import { requestFailed } from '../errors';
import { isDocument } from '../values/bson-type';
import { leavesOf } from '../values/paths';
import {
  distanceInMetres,
  EARTH_RADIUS,
  isInside,
  parseShape,
  pointOf,
  shapesIntersect,
  type Position,
} from './geo-shapes';

type GeoOperator = (
  path: string,
  operand: unknown,
  options: ComputeOptions,
) => (document: unknown) => boolean;

/** `{$geometry, $maxDistance, $minDistance}` in metres. */
export interface Nearness {
  centre: Position;
  min: number;
  max: number;
}

/** Reads the operand of `$near` and `$nearSphere`. */
export function parseNearness(operand: unknown): Nearness {
  const centre = isDocument(operand) ? pointOf(operand['$geometry']) : undefined;
  if (!isDocument(operand) || !centre) throw requestFailed('$near requires a point, given as $geometry');
  const limit = (name: string, otherwise: number) => {
    const value = operand[name] ?? otherwise;
    if (typeof value !== 'number' || value < 0) throw requestFailed(`${name} must be non-negative`);
    return value;
  };
  return { centre, min: limit('$minDistance', 0), max: limit('$maxDistance', Infinity) };
}

/** The distance in metres from a centre to the nearest point at the path, if there is one. */
export function distanceTo(document: unknown, path: string, centre: Position): number | undefined {
  const distances = leavesOf(document, path)
    .map(pointOf)
    .filter((point) => point !== undefined)
    .map((point) => distanceInMetres(point, centre));
  return distances.length ? Math.min(...distances) : undefined;
}

const near: GeoOperator = (path, operand) => {
  const { centre, min, max } = parseNearness(operand);
  return (document) => {
    const distance = distanceTo(document, path, centre);
    return distance !== undefined && distance >= min && distance <= max;
  };
};

const $geoWithin: GeoOperator = (path, operand) => {
  if (!isDocument(operand)) throw requestFailed('$geoWithin requires an object');
  const sphere = operand['$centerSphere'];
  if (Array.isArray(sphere)) {
    const centre = pointOf(sphere[0]);
    const radius: unknown = sphere[1];
    if (!centre || typeof radius !== 'number' || radius < 0)
      throw requestFailed('$centerSphere needs [[x, y], radius]');
    return (document) => {
      const distance = distanceTo(document, path, centre);
      return distance !== undefined && distance <= radius * EARTH_RADIUS;
    };
  }
  const area = parseShape(operand['$geometry']);
  if (!area.polygons.length) throw requestFailed('$geoWithin not supported with provided geometry');
  return (document) =>
    leavesOf(document, path).some((leaf) => isDocument(leaf) && isInside(parseShape(leaf), area));
};

const $geoIntersects: GeoOperator = (path, operand) => {
  if (!isDocument(operand)) throw requestFailed('$geoIntersects requires an object');
  const shape = parseShape(operand['$geometry']);
  return (document) =>
    leavesOf(document, path).some((leaf) => isDocument(leaf) && shapesIntersect(parseShape(leaf), shape));
};

/**
 * The geographic operators, which mingo lacks. Edges are straight in longitude and latitude, right for city-sized
 * areas.
 */
export const GEO_OPERATORS: Record<`$${string}`, GeoOperator> = {
  $near: near,
  $nearSphere: near,
  $geoWithin,
  $geoIntersects,
};

/** The path and centre of a `$near` in a filter: such a query answers nearest first. */
export function nearestFirst(
  filter: Record<string, unknown>,
): { path: string; centre: Position } | undefined {
  for (const [path, condition] of Object.entries(filter)) {
    if (!isDocument(condition)) continue;
    const operand = condition['$nearSphere'] ?? condition['$near'];
    if (operand !== undefined) return { path, centre: parseNearness(operand).centre };
  }
  return undefined;
}
