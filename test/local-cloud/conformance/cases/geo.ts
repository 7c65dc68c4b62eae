import { ids, type Case } from '../case';

const at = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] });
const CITIES = [
  { _id: 'wuhan', at: at(114.3, 30.6) },
  { _id: 'shenzhen', at: at(114.06, 22.54) },
  { _id: 'beijing', at: at(116.4, 39.9) },
];

/** Geographic queries, and the stage. */
export const GEO: Case[] = [
  {
    name: 'geoNear answers nearest first within a distance',
    given: CITIES,
    run: ({ rows, db, _ }) =>
      ids(
        rows
          .where({ at: _.geoNear({ geometry: new db.Geo.Point(114.3, 30.5), maxDistance: 1_200_000 }) })
          .get(),
      ),
    expect: ['wuhan', 'shenzhen', 'beijing'],
  },
  {
    name: 'geoNear leaves out what is too near or too far',
    given: CITIES,
    run: ({ rows, db, _ }) =>
      ids(
        rows
          .where({
            at: _.geoNear({
              geometry: new db.Geo.Point(114.3, 30.5),
              minDistance: 100_000,
              maxDistance: 1_000_000,
            }),
          })
          .get(),
      ),
    expect: ['shenzhen'],
  },
  {
    name: 'geoWithin a polygon',
    given: CITIES,
    run: ({ rows, db, _ }) => {
      const { Point, LineString, Polygon } = db.Geo;
      const ring = new LineString([
        new Point(110, 28),
        new Point(118, 28),
        new Point(118, 32),
        new Point(110, 32),
        new Point(110, 28),
      ]);
      return ids(rows.where({ at: _.geoWithin({ geometry: new Polygon([ring]) }) }).get());
    },
    expect: ['wuhan'],
  },
  {
    name: 'geoWithin a circle',
    given: CITIES,
    run: ({ rows, db, _ }) =>
      ids(
        rows
          .where({ at: _.geoWithin({ centerSphere: [new db.Geo.Point(114.3, 30.5), 100 / 6378.1] }) })
          .get(),
      ),
    expect: ['wuhan'],
  },
  {
    name: 'geoIntersects a line',
    given: [
      { _id: 'on', at: at(1, 1) },
      { _id: 'off', at: at(1, 2) },
    ],
    run: ({ rows, db, _ }) =>
      ids(
        rows
          .where({
            at: _.geoIntersects({
              geometry: new db.Geo.LineString([new db.Geo.Point(0, 0), new db.Geo.Point(2, 2)]),
            }),
          })
          .get(),
      ),
    expect: ['on'],
  },
  {
    name: 'the geoNear stage adds the distance and sorts by it',
    given: CITIES,
    run: async ({ rows, db }) => {
      const stage = {
        near: new db.Geo.Point(114.3, 30.6),
        spherical: true,
        distanceField: 'far',
        key: 'at',
        maxDistance: 1_000_000,
      };
      const { data } = await rows.aggregate().geoNear(stage).end();
      return data.map((row) => [row._id, Math.round(Number(row['far']) / 10_000)]);
    },
    expect: [
      ['wuhan', 0],
      ['shenzhen', 90],
    ],
  },
];
