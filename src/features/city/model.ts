import { cityRows } from '@/contracts/city-names';

/** One place of the picker. */
export interface City {
  /** Six-digit division code, the only thing about a place that ever leaves the phone. */
  code: string;
  name: string;
  /** 'beijing': lower case, no spaces, v for ü. */
  pinyin: string;
  /** 'bj'. */
  initials: string;
  /** 'B': the letter under which the index lists it. */
  letter: string;
  /** Pinyin from each syllable on: 'shijiazhuang', 'jiazhuang', 'zhuang'. */
  tails: readonly string[];
}

function cityOf({ code, name, spaced }: (typeof cityRows)[number]): City {
  const syllables = spaced.split(' ');
  return {
    code,
    name,
    pinyin: syllables.join(''),
    initials: syllables.map((syllable) => syllable[0]).join(''),
    letter: spaced.charAt(0).toUpperCase(),
    tails: syllables.map((_, at) => syllables.slice(at).join('')),
  };
}

const byPinyin = (a: City, b: City) => compare(a.pinyin, b.pinyin) || compare(a.code, b.code);
// Not localeCompare: its order depends on the phone's language, and some phones lack the data.
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Every place, in the order of its pinyin. */
export const cities: readonly City[] = cityRows.map(cityOf).sort(byPinyin);

const byCode = new Map(cities.map((city) => [city.code, city]));

/** The place with that code. */
export const findCity = (code: string): City | undefined => byCode.get(code);

/** The places under each letter of the index, in alphabetical order; letters without a place are left out. */
export const citiesByLetter: readonly { letter: string; cities: readonly City[] }[] = [
  ...new Set(cities.map(({ letter }) => letter)),
].map((letter) => ({ letter, cities: cities.filter((city) => city.letter === letter) }));

const hotCodes = '110100 310100 440100 440300 420100 330100 510100 500100 320100 610100 120100 320500'.split(
  ' ',
);

/** The places people choose most, offered first. */
export const hotCities: readonly City[] = hotCodes.flatMap((code) => findCity(code) ?? []);

/** How a place can answer a query, best first; `typed` is the query as typed, `latin` the same for pinyin. */
const matches: readonly ((city: City, typed: string, latin: string) => boolean)[] = [
  (city, typed) => city.name === typed,
  (city, typed) => city.name.startsWith(typed),
  (city, _, latin) => plainU(city.pinyin) === latin,
  (city, _, latin) => city.initials === latin,
  (city, _, latin) => plainU(city.pinyin).startsWith(latin),
  (city, _, latin) => city.initials.startsWith(latin),
  (city, typed) => city.name.includes(typed),
  (city, _, latin) => city.tails.some((tail) => plainU(tail).startsWith(latin)),
];

/** People type 吕 as lv, lü or lu; all three become one. */
const plainU = (pinyin: string) => pinyin.replace(/[vü]/g, 'u');

/** Longer than any name or pinyin in the table; beyond it nothing can match, so that a long paste costs nothing. */
const LONGEST_QUERY = 40;

/** Places by name, pinyin or initials, best answers first; an empty query finds nothing. */
export function searchCities(query: string, limit = 20): City[] {
  if (query.length > LONGEST_QUERY) return [];
  const squeezed = query.replace(/[\s'’]/g, '').toLowerCase();
  // 沙市-like names do not occur in the table, so a final 市 is always the word for city.
  const typed = squeezed.length > 1 ? squeezed.replace(/市$/, '') : squeezed;
  if (typed === '') return [];
  // The table's names leave 市 out, so on its own it stands for every place: those that people choose most come first.
  if (/^市$/.test(typed)) return [...new Set([...hotCities, ...cities])].slice(0, limit);
  const latin = plainU(typed);
  const rank = (city: City) => matches.findIndex((match) => match(city, typed, latin));
  return cities
    .map((city) => ({ city, rank: rank(city) }))
    .filter((found) => found.rank >= 0)
    .sort((a, b) => a.rank - b.rank || byPinyin(a.city, b.city))
    .slice(0, limit)
    .map(({ city }) => city);
}

/** How many recent places are kept on the phone. */
export const RECENT_CITIES = 6;

/** The recent codes after choosing one: newest first, each once, unknown ones dropped. */
export function withRecentCity(recent: readonly string[], code: string): string[] {
  return [code, ...recent.filter((each) => each !== code)]
    .filter((each) => byCode.has(each))
    .slice(0, RECENT_CITIES);
}
