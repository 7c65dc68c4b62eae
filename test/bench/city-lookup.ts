import { gzipSync } from 'node:zlib';
import { cityPositions } from '../../src/data/city-positions';
import { openTable, whereaboutsIn } from '../../src/features/city/nearest';
import { knownPlaces } from '../../config/generate/known-places';
import { quietest } from './quietest';
import { accuracyOn, accuracyOnUnseen, notPoints, PARTS, type Accuracy } from '../make/city-accuracy';

/** What finding a city by a position costs, and how often it is right. */
export interface CityLookup {
  points: number;
  gzipped: number;
  /** Milliseconds to open the table, once, and to find one position's city. */
  open: number;
  lookup: number;
  /** Every known place, the table's own points among them. */
  all: Accuracy;
  /** The known places that are no points of the table; choosing the points has seen them. */
  others: Accuracy;
  /** Every known place by a table whose generator has not seen it. */
  unseen: Accuracy;
}

const BOUND_MS = 1;

/** The mean of equally large parts. */
function together(parts: readonly Accuracy[]): Accuracy {
  const places = parts.reduce((sum, part) => sum + part.places, 0);
  const share = (of: 'first' | 'among') =>
    parts.reduce((sum, part) => sum + part[of] * part.places, 0) / places;
  return { places, first: share('first'), among: share('among') };
}

/** Looks up every known place, and makes the table anew for each part that is held out. */
export function benchCityLookup(): CityLookup {
  const table = openTable(cityPositions);
  return {
    points: table.points.length,
    gzipped: gzipSync(cityPositions).length,
    open: quietest(() => openTable(cityPositions)),
    lookup:
      quietest(() => {
        for (const place of knownPlaces) whereaboutsIn(table, place);
      }) / knownPlaces.length,
    all: accuracyOn(table, knownPlaces),
    others: accuracyOn(table, notPoints(table)),
    unseen: together(Array.from({ length: PARTS }, (_, part) => accuracyOnUnseen(part))),
  };
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const inWords = ({ places, first, among }: Accuracy) =>
  `right for ${percent(first)} of ${String(places)} places, ${percent(among)} with those offered besides`;

/** The figures as lines to print. */
export const formatCityLookup = ({
  points,
  gzipped,
  open,
  lookup,
  all,
  others,
  unseen,
}: CityLookup): string =>
  [
    `${String(points)} points, ${(gzipped / 1000).toFixed(1)} kB gzipped   at most 20 kB`,
    `opening the table ${open.toFixed(2)} ms, once; a lookup ${lookup.toFixed(3)} ms   at most ${String(BOUND_MS)} ms`,
    `every known place: ${inWords(all)}   at least 95 %`,
    `those that are no points of the table: ${inWords(others)}`,
    `by tables that have not seen them: ${inWords(unseen)}`,
  ].join('\n');
