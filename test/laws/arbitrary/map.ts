import fc from 'fast-check';
import * as z from 'zod/mini';
import type { Collection, Field, Index, Link } from '../../../src/contracts/data-map/grammar';
import { proof, working } from '../../../src/contracts/data-map/presets';

/** A declaration of a whole system. */
export type RandomMap = Readonly<Record<string, Collection>>;

/** What everyone's pseudonymised value becomes here. */
export const PLACEHOLDER = '已注销用户';

const schema = z.string().check(z.minLength(1));
const access = fc.constantFrom('show', 'mask', 'omit') satisfies fc.Arbitrary<Field['access']>;

/** A field that the laws over declarations allow; `category` and `because` are of no matter here. */
const field = fc
  .record({
    store: fc.constantFrom<Field['store']>('plain', 'sealed', 'digest', 'sealed+digest', 'vault'),
    erase: fc.constantFrom<Field['erase']>('drop', 'pseudonymise', 'keep-until'),
    access,
    category: fc.constantFrom<Field['category']>('contact', 'identity', 'profile', 'record'),
    source: fc.constantFrom<Field['source']>('subject', 'wechat', 'system', 'staff', 'partner'),
  })
  .map(({ erase, store, ...more }): Field => {
    const common = { ...working, schema, label: '甲', ...more, optional: true } as const;
    if (erase === 'keep-until') return { ...common, store, erase, because: proof.because };
    if (erase === 'drop') return { ...common, store, erase };
    // A sealed value cannot become everyone's: nobody could write it under a key that is gone.
    return { ...common, store: 'plain', erase, as: PLACEHOLDER };
  });

const fieldsNamed = (prefix: string) =>
  fc
    .array(field, { minLength: 1, maxLength: 5 })
    .map((made) => Object.fromEntries(made.map((each, index) => [`${prefix}${index}`, each])));

/** The column that leads to the person goes with the rest, is overwritten, or stays as proof. */
const leading = fc
  .constantFrom<Field['erase']>('drop', 'keep-until')
  .map((erase): Field => ({ ...working, schema, label: '归属', erase, optional: true }));

const indexes = (fields: Readonly<Record<string, Field>>): fc.Arbitrary<Index[]> => {
  const columns = Object.keys(fields).flatMap((name) => [name, `-${name}`]);
  const index = fc.record(
    { on: fc.uniqueArray(fc.constantFrom(...columns), { minLength: 1 }), unique: fc.constant(true as const) },
    { requiredKeys: ['on'], noNullPrototype: true },
  );
  return fc
    .array(index, { maxLength: 3 })
    .map((made) => made.map((each, place): Index => ({ ...each, name: `by_${String(place)}` })));
};

/** A collection of a given link, led to by `owner`. */
const linked = (name: string, link: Link, more: fc.Arbitrary<Record<string, Field>>) =>
  fc.tuple(fieldsNamed(`${name}F`), more).chain(([fields, owner]) =>
    indexes({ ...fields, ...owner }).map((made): Collection => ({
      name,
      label: '甲',
      link,
      fields: { ...fields, ...owner },
      indexes: made,
    })),
  );

const owned = leading.map((owner) => ({ owner }));
const digested: Field = { ...working, schema, label: '摘要', store: 'digest', optional: true };
const looked: Field = { ...working, schema, label: '查找', store: 'sealed+digest' };

/**
 * Random maps with every kind of link: the person, rows of theirs, rows through those, rows by several columns, rows of
 * nobody.
 */
export const maps: fc.Arbitrary<RandomMap> = fc
  .record({
    // Declared in an order that no plan may rely on.
    people: linked('people', { by: 'id' }, fc.constant({ openid: looked, phone: looked })).map((each) => ({
      ...each,
      // The person's own row goes as a whole, as the account does.
      fields: Object.fromEntries(
        Object.entries(each.fields).map(([name, made]) => [name, { ...made, erase: 'drop' as const }]),
      ),
    })),
    letters: linked('letters', { by: 'field', field: 'owner' }, owned),
    notes: linked('notes', { by: 'field', field: 'owner' }, owned),
    replies: linked('replies', { by: 'through', collection: 'letters', field: 'owner' }, owned),
    remarks: linked('remarks', { by: 'through', collection: 'notes', field: 'owner' }, owned),
    codes: linked(
      'codes',
      { by: 'columns', columns: { numberDigest: 'phoneDigest', askerDigest: 'openidDigest', keeper: '_id' } },
      leading.map((keeper) => ({ number: digested, asker: digested, keeper })),
    ),
    tallies: linked('tallies', { by: 'none' }, owned).chain((each) =>
      fc.boolean().map((isKeys): Collection => (isKeys ? { ...each, environment: 'keys' } : each)),
    ),
  })
  .chain((map) =>
    fc.shuffledSubarray(Object.entries(map), { minLength: 7 }).map((all) => Object.fromEntries(all)),
  );
