import { choosePoints } from '../../config/generate/choose-points';
import {
  knownPlaces,
  outsidePlaces,
  placesByHand,
  type KnownPlace,
} from '../../config/generate/known-places';
import {
  OUTSIDE,
  openTable,
  whereaboutsIn,
  written,
  writtenTable,
  type PositionTable,
} from '../../src/features/city/nearest';

/** How often a table finds the city of places whose city is known, between 0 and 1. */
export interface Accuracy {
  places: number;
  /** The city that is suggested is the right one. */
  first: number;
  /** It is, or it is one of those offered besides. */
  among: number;
}

/** Asks a table for each of the places. */
export function accuracyOn(table: PositionTable, places: readonly KnownPlace[]): Accuracy {
  const answers = places.map((place) => ({ place, found: whereaboutsIn(table, place) }));
  const isFirst = ({ place, found }: (typeof answers)[number]) =>
    (found.kind === 'city' ? found.city : found.kind === 'outside' ? OUTSIDE : '') === place.city;
  const first = answers.filter(isFirst).length;
  const others = answers.filter(
    (answer) => !isFirst(answer) && answer.found.others.includes(answer.place.city),
  ).length;
  return { places: places.length, first: first / places.length, among: (first + others) / places.length };
}

/** The known places that are no points of a table; another place on the same step of its grid is not counted either. */
export function notPoints({ points }: PositionTable): KnownPlace[] {
  const texts = new Set(points.map(written));
  return knownPlaces.filter((place) => !texts.has(written(place)));
}

/** In so many parts the places are cut, to hold out one of them. */
export const PARTS = 5;

/**
 * How well the generator does on places that it has not seen: its table is made of all but one part of the known
 * places, every fifth of them in GeoNames' order, and asked for that part.
 */
export function accuracyOnUnseen(part: number): Accuracy {
  const isHeldOut = (_: KnownPlace, at: number) => at % PARTS === part;
  const seen = knownPlaces.filter((place, at) => !isHeldOut(place, at));
  const table = openTable(writtenTable(choosePoints([...placesByHand, ...seen, ...outsidePlaces])));
  return accuracyOn(table, knownPlaces.filter(isHeldOut));
}
