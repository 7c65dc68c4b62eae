import fc from 'fast-check';
import type { Collection } from '../../../src/contracts/data-map/grammar';
import { mask } from '../../../src/contracts/data-map/derive/mask';
import { keptFor, present, presentWhole } from '../../../src/contracts/data-map/derive/presentation';
import { selfCorrectable } from '../../../src/contracts/data-map/derive/correction';
import { dataMap } from '../../../src/contracts/data-map';
import { categories, type Category } from '../../../src/contracts/data-map/vocabulary';
import { account, presentedField } from '../../../src/contracts/account';
import { collections, fields, wholeFactsOf } from '../arbitrary/facts';

const namesWith = (collection: Collection, access: string) =>
  Object.entries(collection.fields).flatMap(([name, field]) => (field.access === access ? [name] : []));

/** Anything a row could hold in place of a value, or nothing at all. */
const partial = ({ fields: declared }: Collection) =>
  fc.record(
    Object.fromEntries(Object.keys(declared).map((name) => [name, fc.option(fc.jsonValue({ maxDepth: 2 }))])),
    { requiredKeys: [] },
  );

describe.each(collections)('what leaves of %s', (_, collection) => {
  const isDigest = (name: string) => collection.fields[name]?.store === 'digest';

  it('[P45] is every field but the omitted, in the order declared', () => {
    const leaving = Object.keys(collection.fields).filter(
      (name) => collection.fields[name]?.access !== 'omit',
    );
    fc.assert(
      fc.property(wholeFactsOf(collection), (facts) => {
        for (const shown of [present(collection, facts), presentWhole(collection, facts)]) {
          expect(shown.map(({ field }) => field)).toEqual(leaving);
          expect(shown.filter(({ field, value }) => value === null && !isDigest(field))).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('never is an omitted value, whatever is asked for', () => {
    fc.assert(
      fc.property(wholeFactsOf(collection), (facts) => {
        const canaries = Object.fromEntries(
          namesWith(collection, 'omit').map((name) => [name, `canary ${name}`]),
        );
        const given = { ...facts, ...canaries };
        const left = JSON.stringify([present(collection, given), presentWhole(collection, given)]);
        expect(left).not.toContain('canary');
      }),
      { numRuns: 20 },
    );
  });

  it('is presented from partial facts too, and as its contract says', () => {
    fc.assert(
      fc.property(partial(collection), (facts) => {
        for (const shown of present(collection, facts)) {
          expect(presentedField.safeParse(shown)).toMatchObject({ success: true });
          const given = facts[shown.field];
          expect(shown.value === null).toBe(given === undefined || given === null);
        }
      }),
    );
  });
});

describe('a mask', () => {
  const each = Object.keys(categories) as Category[];
  const clear = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((text) => !text.includes('*'));

  it.each(each)('never shows the whole of %s', (category) => {
    fc.assert(
      fc.property(clear, (value) => {
        expect(mask(category, value)).not.toContain(value);
        expect(mask(category, value)).toContain('*');
      }),
    );
  });

  it('lets the owner of a number recognise it and nobody call it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (number) => {
        expect(mask('contact', number)).toBe(`${number.slice(0, 3)}****${number.slice(7)}`);
      }),
    );
  });

  it('is on every masked field that is shown, and on nothing else', () => {
    fc.assert(
      fc.property(wholeFactsOf(dataMap.accounts), (facts) => {
        const given: Record<string, unknown> = facts;
        for (const { field, value } of present(dataMap.accounts, given)) {
          const hidden = (dataMap.accounts as Collection).fields[field]?.access === 'mask';
          expect(value === given[field]).toBe(!hidden);
        }
      }),
    );
    expect(namesWith(dataMap.accounts, 'mask')).toContain('phone');
  });
});

describe('how long a field is kept', () => {
  it('is said in plain Chinese for every life in the map', () => {
    const sentences = fields.map(([, , field]) => keptFor(field));
    const plain = /^(到注销账号为止|(收集|注销|办完|换号)起[1-9]\d*(天|个月|年))$/;
    expect(sentences.filter((text) => !plain.test(text))).toEqual([]);
    expect(new Set(sentences).size).toBeGreaterThan(2);
  });

  it('is said with the number and the unit that were declared', () => {
    const [, , field] = fields[0] ?? [];
    const life = fc.record({ count: fc.integer({ min: 1, max: 999 }), unit: fc.constantFrom('D', 'M', 'Y') });
    const words = { D: '天', M: '个月', Y: '年' };
    fc.assert(
      fc.property(life, ({ count, unit }) => {
        const retain = { from: 'completed', for: `P${count}${unit}` } as const;
        expect(keptFor({ ...field, retain })).toBe(`办完起${count}${words[unit]}`);
      }),
    );
  });
});

it('[P48] the correcting call takes exactly the fields that the map lets a person correct alone', () => {
  const { field } = account.correct.input.shape;
  expect([...field.options].sort()).toEqual(selfCorrectable(dataMap.accounts).sort());
});
