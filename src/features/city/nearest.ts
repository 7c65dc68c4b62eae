import type { Position } from '@/platform/located';

/** Stands in the table for whatever is in no city of the picker: abroad, Hong Kong, Macao and Taiwan. */
export const OUTSIDE = '000000';

/** Beyond so many kilometres nothing is near; the emptiest parts of the country lie within it. */
export const FARTHEST_KM = 150;

/**
 * What lies outside must be nearer by so many kilometres: WeChat's position is no better, and whoever lives by the
 * border with Hong Kong would else be told that no city is there.
 */
const DOUBT_KM = 3;

/** How many cities may be offered besides the nearest one. */
const MOST_OTHERS = 3;

/** Where a position is: in a city, outside of all, or far from all; `others` are the next ones, nearest first. */
export type Whereabouts =
  | { kind: 'city'; city: string; others: readonly string[] }
  | { kind: 'outside' | 'far'; others: readonly string[] };

/** The table of positions, opened: for each point its place and to which of the cities it belongs. */
export interface PositionTable {
  cities: readonly string[];
  cityOf: readonly number[];
  points: readonly Position[];
}

/**
 * How a position is written into the table: two digits for the latitude, two for the longitude, each counted from a
 * corner in steps of about a kilometre, which is as exact as WeChat's fuzzy position.
 */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const STEPS = digits.length ** 2;
const corner: Position = { latitude: 14, longitude: 70 };
const span: Position = { latitude: 42, longitude: 70 };
const axes = ['latitude', 'longitude'] as const;
/** The length of a division code. */
const CODE = 6;

/** A position as four characters, to the nearest step. */
export const written = (position: Position): string =>
  axes
    .map((axis) => Math.round(((position[axis] - corner[axis]) / span[axis]) * STEPS))
    .map((step) => `${digits.charAt(Math.floor(step / digits.length))}${digits.charAt(step % digits.length)}`)
    .join('');

/** The position that four characters stand for. */
export function read(text: string): Position {
  const [a = 0, b = 0, c = 0, d = 0] = Array.from(text, (digit) => digits.indexOf(digit));
  const degrees = (axis: (typeof axes)[number], high: number, low: number) =>
    corner[axis] + ((high * digits.length + low) / STEPS) * span[axis];
  return { latitude: degrees('latitude', a, b), longitude: degrees('longitude', c, d) };
}

/** Opens a table: a line for each city, its code and then its points. */
export function openTable(text: string): PositionTable {
  const lines = text.split('\n');
  const of = lines.map((line) => line.slice(CODE).match(/.{4}/g) ?? []);
  return {
    cities: lines.map((line) => line.slice(0, CODE)),
    cityOf: of.flatMap((points, city) => points.map(() => city)),
    points: of.flatMap((points) => points.map(read)),
  };
}

/** Writes a table that `openTable` opens. */
export const writtenTable = (points: ReadonlyMap<string, readonly string[]>): string =>
  [...points].map(([city, of]) => `${city}${of.join('')}`).join('\n');

const KM_PER_DEGREE = 111.2;

/** How many kilometres each city's nearest point is away; true to a per cent as far as anything is near. */
function distancesFrom({ latitude, longitude }: Position, { cities, cityOf, points }: PositionTable) {
  const narrowing = Math.cos((latitude * Math.PI) / 180);
  const squares = new Float64Array(cities.length).fill(Infinity);
  points.forEach((point, at) => {
    const city = cityOf[at] ?? 0;
    const square = (point.latitude - latitude) ** 2 + ((point.longitude - longitude) * narrowing) ** 2;
    if (square < (squares[city] ?? 0)) squares[city] = square;
  });
  return cities.map((code, city) => ({
    code,
    km: KM_PER_DEGREE * Math.sqrt(squares[city] ?? Infinity) + (code === OUTSIDE ? DOUBT_KM : 0),
  }));
}

/** In which city a position probably is: that of the nearest point. Sends nothing and keeps nothing. */
export function whereaboutsIn(table: PositionTable, position: Position): Whereabouts {
  const [first, ...rest] = distancesFrom(position, table)
    .filter(({ km }) => km < FARTHEST_KM)
    .sort((a, b) => a.km - b.km)
    .map(({ code }) => code);
  const others = rest.filter((code) => code !== OUTSIDE).slice(0, MOST_OTHERS);
  if (first === undefined) return { kind: 'far', others };
  return first === OUTSIDE ? { kind: 'outside', others } : { kind: 'city', city: first, others };
}
