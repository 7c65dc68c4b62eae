import type { Position } from '../../src/platform/located';

/** A position as a point of the unit sphere: comparing such points needs no trigonometry. */
export type OnGlobe = readonly [x: number, y: number, z: number];

const EARTH_KM = 6371;

/** The point of the unit sphere. */
export function onGlobe({ latitude, longitude }: Position): OnGlobe {
  const [north, east] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

/** The square of the straight line between two points, which grows as their distance does. */
export const square = (a: OnGlobe, b: OnGlobe): number =>
  (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

/** What `square` answers for points that many kilometres apart, far less than half a world. */
export const squareOf = (kilometres: number): number => (kilometres / EARTH_KM) ** 2;
