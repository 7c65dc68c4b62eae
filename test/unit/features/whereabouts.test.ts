import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { knownPlaces, outsidePlaces, placesByHand } from '../../../config/generate/known-places';
import { choosePoints } from '../../../config/generate/choose-points';
import { cityPositions } from '../../../src/data/city-positions';
import { cities, findCity } from '../../../src/features/city/model';
import {
  openTable,
  OUTSIDE,
  read,
  whereaboutsIn,
  written,
  writtenTable,
} from '../../../src/features/city/nearest';
import type { Position } from '../../../src/platform/located';
import { whereaboutsOf } from '../../../src/features/city/whereabouts';
import { accuracyOn, accuracyOnUnseen, notPoints } from '../../make/city-accuracy';

const table = openTable(cityPositions);
const at = (latitude: number, longitude: number): Position => ({ latitude, longitude });
const nameAt = (position: Position) => {
  const found = whereaboutsOf(position);
  return found.kind === 'city' ? findCity(found.city)?.name : found.kind;
};

describe('the table of positions', () => {
  it('holds a point for every place of the picker, and nothing else but what lies outside', () => {
    expect(table.cities.filter((code) => code !== OUTSIDE)).toEqual(cities.map(({ code }) => code).sort());
    expect(new Set(table.cityOf).size).toBe(table.cities.length);
    expect(table.points.every(({ latitude }) => latitude > 15 && latitude < 56)).toBe(true);
  });

  it('costs the page no more than 20 kB', () => {
    expect(gzipSync(cityPositions).length).toBeLessThan(20_000);
  });

  it('is what the generator writes', () => {
    const places = [...placesByHand, ...knownPlaces, ...outsidePlaces];
    expect(writtenTable(choosePoints(places)) === cityPositions).toBe(true);
  }, 60_000);

  it('keeps a position to the kilometre', () => {
    const degrees = { noNaN: true };
    fc.assert(
      fc.property(
        fc.double({ min: 15, max: 55, ...degrees }),
        fc.double({ min: 71, max: 139, ...degrees }),
        (latitude, longitude) => {
          const back = read(written({ latitude, longitude }));
          expect(Math.abs(back.latitude - latitude)).toBeLessThan(0.0052);
          expect(Math.abs(back.longitude - longitude)).toBeLessThan(0.0086);
        },
      ),
    );
  });
});

describe('finding the city of a position', () => {
  it('is right for at least 95 % of the known places, and of those that are no points of the table', () => {
    const [all, others] = [accuracyOn(table, knownPlaces), accuracyOn(table, notPoints(table))];
    expect(all.places).toBeGreaterThan(4800);
    expect(all.first).toBeGreaterThan(0.95);
    expect(others.places).toBeGreaterThan(2400);
    expect(others.first).toBeGreaterThan(0.95);
  });

  it('offers the right city for nearly every place that its table has not seen', () => {
    const { places, first, among } = accuracyOnUnseen(0);
    expect(places).toBeGreaterThan(900);
    expect(first).toBeGreaterThan(0.84);
    expect(among).toBeGreaterThan(0.97);
  }, 60_000);

  it.each([
    ['北京', 39.9087, 116.3975],
    ['上海', 31.1443, 121.8083],
    ['武汉', 30.605, 114.262],
    ['深圳', 22.5325, 114.1185],
    ['廊坊', 39.5196, 116.7006],
    ['厦门', 24.48, 118.09],
    ['重庆', 30.8076, 108.4089],
    ['黑河', 50.245, 127.499],
    ['三沙', 16.83, 112.33],
    ['仙桃', 30.36, 113.44],
    ['神农架', 31.75, 110.67],
  ])('knows %s by a spot of it that was not taken from the table', (name, latitude, longitude) => {
    expect(nameAt(at(latitude, longitude))).toBe(name);
  });

  it.each([
    ['Hong Kong', 22.2819, 114.158, 'outside'],
    ['Blagoveshchensk, across the river', 50.29, 127.53, 'outside'],
    ['Taipei', 25.033, 121.565, 'far'],
    ['Paris', 48.86, 2.35, 'far'],
    ['the emptiest part of Tibet', 34.5, 88, 'far'],
    ['the South Pole', -90, 0, 'far'],
  ])('does not take %s for a city of the list', (_, latitude, longitude, kind) => {
    expect(whereaboutsOf(at(latitude, longitude)).kind).toBe(kind);
  });

  it('offers the cities around, each once, nearest first, and never the one that it found', () => {
    const found = whereaboutsOf(at(31.298, 121.1));
    expect(found).toEqual({ kind: 'city', city: '310100', others: ['320500', '330400', '320600'] });
    expect(whereaboutsOf(at(22.2819, 114.158)).others[0]).toBe('440300');
  });

  it('is sure of what lies outside by a margin only', () => {
    const trial = openTable(`440300${written(at(22.5, 114))}\n${OUTSIDE}${written(at(22.46, 114))}`);
    expect(whereaboutsIn(trial, at(22.475, 114)).kind).toBe('city');
    expect(whereaboutsIn(trial, at(22.455, 114)).kind).toBe('outside');
  });

  it('answers anything at all, however wrong the position', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (latitude, longitude) => {
        expect(['city', 'outside', 'far']).toContain(whereaboutsOf({ latitude, longitude }).kind);
      }),
      {
        examples: [
          [NaN, 114],
          [30, Infinity],
        ],
      },
    );
  });
});
