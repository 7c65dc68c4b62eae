import { areaList } from '@vant/area-data';
import fc from 'fast-check';
import { isCityCode } from '../../src/contracts/city';
import { cityCodes } from '../../src/data/city-codes';
import {
  cities,
  citiesByLetter,
  findCity,
  hotCities,
  RECENT_CITIES,
  searchCities,
  withRecentCity,
} from '../../src/features/city/model';

const names = (query: string) => searchCities(query).map(({ name }) => name);

describe('the table of cities', () => {
  it('[P12] holds every prefecture-level city of the mainland, each under its own code', () => {
    const official = Object.entries(areaList.city_list).filter(
      ([code, name]) => /市$/.test(name) && !/^(71|81|82)/.test(code),
    );
    expect(official.length).toBeGreaterThan(290);
    expect(official.filter(([code, name]) => findCity(code)?.name !== name.slice(0, -1))).toEqual([]);
  });

  it('opens the umbrella codes into their county-level places', () => {
    const counties = Object.keys(areaList.county_list).filter((code) => /^(4190|4290|4690|6590)/.test(code));
    expect(counties.length).toBeGreaterThan(30);
    expect(counties.filter((code) => !isCityCode(code))).toEqual([]);
    expect(['419000', '429000', '469000', '659000'].filter(isCityCode)).toEqual([]);
  });

  it('has one code for each municipality, and Chongqing’s counties are Chongqing', () => {
    expect(['110100', '120100', '310100', '500100'].map((code) => findCity(code)?.name)).toEqual(
      '北京 天津 上海 重庆'.split(' '),
    );
    expect(['110000', '120000', '310000', '500000', '500200'].filter(isCityCode)).toEqual([]);
  });

  it('gives the back end exactly the codes of the picker', () => {
    expect([...cityCodes].sort()).toEqual(cities.map(({ code }) => code).sort());
    expect(new Set(cities.map(({ code }) => code)).size).toBe(cities.length);
    expect(new Set(cities.map(({ name }) => name)).size).toBe(cities.length);
  });

  it.each(['', '42010', '4201000', '420101', '000000', '４２０１００', 'constructor', '420100\n'])(
    'refuses %j as a city code',
    (code) => {
      expect(isCityCode(code)).toBe(false);
    },
  );

  it.each([
    ['重庆', 'chongqing', 'cq'],
    ['长沙', 'changsha', 'cs'],
    ['长春', 'changchun', 'cc'],
    ['厦门', 'xiamen', 'xm'],
    ['六安', 'luan', 'la'],
    ['亳州', 'bozhou', 'bz'],
    ['蚌埠', 'bengbu', 'bb'],
    ['乐山', 'leshan', 'ls'],
    ['台州', 'taizhou', 'tz'],
    ['昌都', 'changdu', 'cd'],
    ['喀什', 'kashi', 'ks'],
    ['漯河', 'luohe', 'lh'],
    ['吕梁', 'lvliang', 'll'],
    ['西双版纳', 'xishuangbanna', 'xsbn'],
    ['恩施', 'enshi', 'es'],
    ['伊犁', 'yili', 'yl'],
    ['神农架', 'shennongjia', 'snj'],
  ])('reads %s as %s', (name, pinyin, initials) => {
    expect(cities.find((city) => city.name === name)).toMatchObject({ pinyin, initials });
  });

  it('has only Chinese names and Latin pinyin, one syllable for each character', () => {
    const odd = cities.filter(
      ({ name, pinyin, initials }) =>
        !/^\p{Script=Han}{2,6}$/u.test(name) || !/^[a-z]+$/.test(pinyin) || initials.length !== name.length,
    );
    expect(odd).toEqual([]);
  });
});

describe('[P12] finding a city', () => {
  it.each([
    ['武汉', '武汉'],
    ['武汉市', '武汉'],
    [' 武 汉 ', '武汉'],
    ['wuhan', '武汉'],
    ['WuHan', '武汉'],
    ['wu han', '武汉'],
    ['wh', '武汉'],
    ["xi'an", '西安'],
    ['lvliang', '吕梁'],
    ['lüliang', '吕梁'],
    ['luliang', '吕梁'],
    ['浩特', '呼和浩特'],
    ['haote', '呼和浩特'],
    ['shij', '石家庄'],
    ['cq', '重庆'],
  ])('%j finds %s', (query, name) => {
    expect(names(query)).toContain(name);
  });

  it('puts the place whose name was typed first', () => {
    expect(names('吉林')[0]).toBe('吉林');
    expect(names('海南')[0]).toBe('海南州');
    expect(names('suzhou').slice(0, 2).sort()).toEqual(['宿州', '苏州'].sort());
  });

  it('finds the places that people choose most by 市 alone, which no name in the table ends with', () => {
    expect(searchCities('市').slice(0, hotCities.length)).toEqual(hotCities);
    expect(searchCities('市', cities.length)).toHaveLength(cities.length);
  });

  it('finds nothing for nothing, for what does not exist, and for a long paste', () => {
    expect(searchCities('')).toEqual([]);
    expect(searchCities('  ')).toEqual([]);
    expect(searchCities('纽约')).toEqual([]);
    expect(searchCities('.*')).toEqual([]);
    expect(searchCities('b'.repeat(100_000))).toEqual([]);
  });

  it('finds every place by its own name, pinyin and initials', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cities), ({ code, name, pinyin, initials }) => {
        for (const query of [name, `${name}市`, pinyin, pinyin.toUpperCase(), initials]) {
          expect(searchCities(query, cities.length).map((city) => city.code)).toContain(code);
        }
      }),
    );
  });

  it('never answers more than asked for', () => {
    expect(searchCities('a', 3)).toHaveLength(3);
  });
});

describe('[P12] the picker', () => {
  it('lists each place once under its letter, in order', () => {
    expect(citiesByLetter.flatMap((group) => group.cities)).toEqual(cities);
    const letters = citiesByLetter.map(({ letter }) => letter);
    expect(letters).toEqual([...letters].sort());
    expect(letters).not.toContain('I');
    expect(citiesByLetter.find(({ letter }) => letter === 'X')?.cities.map(({ name }) => name)).toContain(
      '厦门',
    );
  });

  it('offers the hot places', () => {
    expect(hotCities).toHaveLength(12);
    expect(hotCities.map(({ name }) => name)).toEqual(expect.arrayContaining(['北京', '深圳', '武汉']));
  });

  it('remembers the recent ones: newest first, each once, a few only', () => {
    expect(withRecentCity(['110100', '420100'], '420100')).toEqual(['420100', '110100']);
    expect(withRecentCity(['999999'], '420100')).toEqual(['420100']);
    const many = cities.map(({ code }) => code);
    expect(withRecentCity(many, many.at(-1) ?? '')).toHaveLength(RECENT_CITIES);
  });
});
