import { FARTHEST_KM, OUTSIDE, read, written } from '../../src/features/city/nearest';
import { onGlobe, square, squareOf, type OnGlobe } from './globe';
import type { KnownPlace } from './known-places';

/** A place as the table will hold it. */
interface Point {
  city: string;
  text: string;
  place: OnGlobe;
}

/** The first of the places on one step of the table's grid speaks for it. */
function pointsOf(places: readonly KnownPlace[]): Point[] {
  const points = new Map<string, Point>();
  for (const { city, ...position } of places) {
    const text = written(position);
    if (!points.has(text)) points.set(text, { city, text, place: onGlobe(read(text)) });
  }
  return [...points.values()];
}

/** Between points farther apart no border is drawn: what lies there is far from both. */
const WIDEST = squareOf(2 * FARTHEST_KM);

/**
 * Whether a point shares a border with another city: with one of its points it has a circle to itself that has the two
 * as its ends (Gabriel's neighbours), so that no third point is nearer to what lies between.
 */
function isAtBorder(point: Point, all: readonly Point[]): boolean {
  // Nearest first: whatever stands between two points is found at once.
  const around = all
    .map((other) => ({ other, apart: square(point.place, other.place) }))
    .filter(({ other, apart }) => other !== point && apart < WIDEST)
    .sort((a, b) => a.apart - b.apart);
  return around.some(
    (end) =>
      end.other.city !== point.city &&
      !around.some(
        ({ other, apart }) => other !== end.other && apart + square(end.other.place, other.place) < end.apart,
      ),
  );
}

/**
 * The points that a nearest-point lookup needs: those at a border, since what lies behind them changes no answer. Each
 * city keeps one at least, and what lies outside keeps all: to win it must be nearer by a margin, so that points behind
 * its border count too. By city, in the order of the codes.
 */
export function choosePoints(places: readonly KnownPlace[]): Map<string, string[]> {
  const all = pointsOf(places);
  const cities = [...new Set(all.map(({ city }) => city))].sort();
  return new Map(
    cities.map((city) => {
      const own = all.filter((point) => point.city === city);
      const kept = own.filter((point) => city === OUTSIDE || isAtBorder(point, all));
      return [city, (kept.length > 0 ? kept : own.slice(0, 1)).map(({ text }) => text).sort()];
    }),
  );
}
