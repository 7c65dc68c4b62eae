import { requestFailed } from '../errors';
import { isDocument } from '../values/bson-type';

/** Longitude, latitude in degrees. */
export type Position = readonly [number, number];
type Line = readonly Position[];
/** Outer ring first, then holes. */
type Polygon = readonly Line[];

/** Any GeoJSON geometry, taken apart. */
export interface Shape {
  points: readonly Position[];
  lines: readonly Line[];
  polygons: readonly Polygon[];
}

/** In metres, the value MongoDB uses. */
export const EARTH_RADIUS = 6378100;

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.every((n) => typeof n === 'number' && Number.isFinite(n));
const isLine = (value: unknown): value is Line => Array.isArray(value) && value.every(isPosition);
const isPolygon = (value: unknown): value is Polygon =>
  Array.isArray(value) && value.every((ring) => isLine(ring) && ring.length >= 4);
const listOf =
  <T>(is: (value: unknown) => value is T) =>
  (value: unknown): value is T[] =>
    Array.isArray(value) && value.every(is);

const NONE: Shape = { points: [], lines: [], polygons: [] };
const when = <T>(is: (value: unknown) => value is T, make: (value: T) => Partial<Shape>) => {
  return (value: unknown): Shape | undefined => (is(value) ? { ...NONE, ...make(value) } : undefined);
};

const READERS: Record<string, (coordinates: unknown) => Shape | undefined> = {
  Point: when(isPosition, (point) => ({ points: [point] })),
  MultiPoint: when(listOf(isPosition), (points) => ({ points })),
  LineString: when(isLine, (line) => ({ lines: [line] })),
  MultiLineString: when(listOf(isLine), (lines) => ({ lines })),
  Polygon: when(isPolygon, (polygon) => ({ polygons: [polygon] })),
  MultiPolygon: when(listOf(isPolygon), (polygons) => ({ polygons })),
};

/** Takes a GeoJSON value apart, or fails as MongoDB does on a malformed one. */
export function parseShape(value: unknown): Shape {
  const shape = isDocument(value) ? READERS[String(value['type'])]?.(value['coordinates']) : undefined;
  if (!shape) throw requestFailed(`unknown GeoJSON type: ${JSON.stringify(value)}`);
  return shape;
}

/** A GeoJSON point, or a bare `[longitude, latitude]`. */
export function pointOf(value: unknown): Position | undefined {
  if (isPosition(value)) return value;
  return isDocument(value) && value['type'] === 'Point' && isPosition(value['coordinates'])
    ? value['coordinates']
    : undefined;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance. */
export function distanceInMetres(a: Position, b: Position): number {
  const latitude = Math.sin(radians(b[1] - a[1]) / 2) ** 2;
  const longitude = Math.sin(radians(b[0] - a[0]) / 2) ** 2;
  const h = latitude + Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * longitude;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

const edges = (line: Line): [Position, Position][] =>
  line.slice(1).map((end, i) => [line[i] as Position, end]);
const cross = (o: Position, a: Position, b: Position) =>
  (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
const within = (a: Position, b: Position, p: Position) =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1]);
const onEdge = (p: Position, [a, b]: [Position, Position]) => cross(a, b, p) === 0 && within(a, b, p);

function edgesCross([a, b]: [Position, Position], [c, d]: [Position, Position]): boolean {
  const straddles = (p: Position, q: Position, r: Position, s: Position) =>
    cross(p, q, r) * cross(p, q, s) < 0;
  if (straddles(a, b, c, d) && straddles(c, d, a, b)) return true;
  return onEdge(a, [c, d]) || onEdge(b, [c, d]) || onEdge(c, [a, b]) || onEdge(d, [a, b]);
}

function inRing(p: Position, ring: Line): boolean {
  let inside = false;
  for (const [a, b] of edges(ring)) {
    if (onEdge(p, [a, b])) return true;
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0])
      inside = !inside;
  }
  return inside;
}

const inPolygon = (p: Position, [outer = [], ...holes]: Polygon) =>
  inRing(p, outer) && !holes.some((hole) => inRing(p, hole) && !edges(hole).some((edge) => onEdge(p, edge)));

const positionsOf = (shape: Shape) => [...shape.points, ...shape.lines.flat(), ...shape.polygons.flat(2)];
const edgesOf = (shape: Shape) => [...shape.lines.flatMap(edges), ...shape.polygons.flat().flatMap(edges)];

/** Whether every position of a shape lies in one of the area's polygons. */
export const isInside = (shape: Shape, area: Shape): boolean =>
  positionsOf(shape).every((p) => area.polygons.some((polygon) => inPolygon(p, polygon)));

/** Whether two shapes share a position. */
export function shapesIntersect(a: Shape, b: Shape): boolean {
  const covers = (x: Shape, y: Shape) =>
    positionsOf(y).some((p) => x.polygons.some((polygon) => inPolygon(p, polygon)));
  const meets = (x: Shape, y: Shape) => x.points.some((p) => edgesOf(y).some((edge) => onEdge(p, edge)));
  const touches = a.points.some((p) => b.points.some((q) => p[0] === q[0] && p[1] === q[1]));
  return (
    touches ||
    covers(a, b) ||
    covers(b, a) ||
    meets(a, b) ||
    meets(b, a) ||
    edgesOf(a).some((e) => edgesOf(b).some((f) => edgesCross(e, f)))
  );
}
