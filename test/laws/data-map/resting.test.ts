import fc from 'fast-check';
import { clearedBy, restingOn } from '../../../src/contracts/data-map/derive/resting';
import type { Collection, Field } from '../../../src/contracts/data-map/grammar';
import { consentPurposes, type ConsentPurpose } from '../../../src/contracts/data-map/vocabulary';
import { fields } from '../arbitrary/facts';
import { maps } from '../arbitrary/map';

const purpose = fc.constantFrom(...consentPurposes);
const rests = (on: ConsentPurpose) => (field: Field) => field.purpose === on && field.basis === 'consent';

/** A random map of which some fields, or some whole collections, rest on a consent. */
const consented = fc.tuple(maps, fc.infiniteStream(fc.nat(3)), purpose).map(([map, picks, on]) => {
  const pick = () => picks.next().value as number;
  const changed = Object.entries(map).map(([name, collection]): [string, Collection] => {
    const isWhole = pick() === 0;
    const its = Object.entries(collection.fields).map(([field, declared]): [string, Field] => {
      const isPicked = isWhole || pick() === 0;
      return [field, isPicked ? { ...declared, purpose: on, basis: 'consent' } : declared];
    });
    return [name, { ...collection, fields: Object.fromEntries(its) }];
  });
  return { map: Object.fromEntries(changed), on };
});

it('[P54] a withdrawal reaches every field of the map that rests on that consent', () => {
  const unreached = fields.filter(([name, field, declared]) =>
    consentPurposes.some((on) => {
      const { rows, parts, facts } = restingOn(on);
      const isReached =
        rows.some(({ collection }) => collection === name) ||
        parts.some(({ collection, columns }) => collection === name && columns.includes(field)) ||
        (name === 'accounts' && facts.includes(field));
      return rests(on)(declared) && !isReached;
    }),
  );
  expect(unreached.map(([name, field]) => `${name}.${field}`)).toEqual([]);
});

it('[P54] clears of the account what rests on it, and changes nothing else', () => {
  for (const on of consentPurposes) {
    const { facts } = restingOn(on);
    expect(clearedBy(on)).toEqual(Object.fromEntries(facts.map((name) => [name, null])));
  }
});

it('has something to reach: the counted pages, and the tags of proposals', () => {
  const none = { rows: [], parts: [], facts: [] };
  const usage = { collection: 'usage', field: 'subject' };
  const tags = { collection: 'proposals', field: 'subject', columns: ['place'] };
  expect(restingOn('analytics')).toEqual({ ...none, rows: [usage] });
  expect(restingOn('location-tag')).toEqual({ ...none, parts: [tags] });
});

it('takes whole rows exactly where nothing in them rests on anything else, and of the account exactly what does', () => {
  let whole = 0;
  fc.assert(
    fc.property(consented, ({ map, on }) => {
      const { rows, facts } = restingOn(on, map);
      const owned = Object.entries(map).filter(([, { link }]) => link.by === 'field');
      const only = owned.filter(([, collection]) => Object.values(collection.fields).every(rests(on)));
      expect(rows.map(({ collection }) => collection)).toEqual(only.map(([name]) => name));
      const { fields: its } = map['people'] as Collection;
      expect(facts).toEqual(Object.keys(its).filter((name) => rests(on)(its[name] as Field)));
      whole += rows.length;
    }),
  );
  expect(whole).toBeGreaterThan(0);
});
