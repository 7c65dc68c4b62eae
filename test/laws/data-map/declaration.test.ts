import * as z from 'zod/mini';
import { consentPurposes, purposes } from '../../../src/contracts/data-map/vocabulary';
import type { Collection, Field } from '../../../src/contracts/data-map/grammar';
import { optionalProfile, proof, working } from '../../../src/contracts/data-map/presets';
import { collections, fields } from '../arbitrary/facts';
import { rules } from './rules';

type RuleName = keyof typeof rules;
const ruleNames = Object.keys(rules) as RuleName[];
const faults = (rule: RuleName) => collections.flatMap(([, collection]) => rules[rule](collection));

describe('over the data map', () => {
  it.each(ruleNames)('%s', (rule) => {
    expect(faults(rule)).toEqual([]);
  });

  it('each collection stands under its own name, in Chinese for people', () => {
    for (const [name, collection] of collections) {
      expect(collection.name).toBe(name);
      expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(collection.label).toMatch(/^\p{Script=Han}+$/u);
    }
    expect(new Set(collections.map(([, { label }]) => label)).size).toBe(collections.length);
  });

  it('[P08] the consent items are exactly the extended purposes, in their order', () => {
    const extended = Object.entries(purposes).flatMap(([name, { kind }]) =>
      kind === 'extended' ? [name] : [],
    );
    expect(consentPurposes).toEqual(extended);
    expect(extended.length).toBeGreaterThan(0);
  });

  it('every purpose says why and what happens without it, each in one plain sentence', () => {
    for (const { label, why, without } of Object.values(purposes)) {
      expect(label).toMatch(/^\p{Script=Han}+$/u);
      expect(why).toMatch(/^[\p{Script=Han}，]+。$/u);
      expect(without).toMatch(/^[\p{Script=Han}，]+。$/u);
    }
  });

  it('has enough of everything for the laws not to hold for lack of cases', () => {
    const having = (is: (field: Field) => boolean) => fields.filter(([, , field]) => is(field)).length;
    expect(having(({ store }) => store.includes('sealed'))).toBeGreaterThan(8);
    expect(having(({ erase }) => erase === 'keep-until')).toBeGreaterThan(20);
    expect(having(({ correct }) => correct === 'self')).toBeGreaterThan(3);
    expect(having(({ access }) => access === 'mask')).toBeGreaterThan(0);
  });
});

/** A collection of one field, which may be wrong. */
const holding = (field: Partial<Field>, more: Partial<Collection> = {}): Collection => ({
  name: 'trial',
  label: '试',
  link: { by: 'field', field: 'it' },
  times: { written: 'it' },
  fields: { it: { ...working, schema: z.string(), label: '甲', ...field } },
  indexes: [],
  ...more,
});
const two = (one: Partial<Field>, other: Partial<Field>): Collection => {
  const [first, second] = [holding(one), holding(other)];
  return { ...first, fields: { it: first.fields['it'] as Field, other: second.fields['it'] as Field } };
};

/** For each law a declaration that breaks it: a law that nothing can break says nothing. */
const broken: Record<RuleName, Collection> = {
  'a collection that holds rows of a person leads to the person': holding(
    {},
    { link: { by: 'field', field: 'no' } },
  ),
  'a collection that leads to a person says since when a row is there (PIPL 57)': holding(
    {},
    { times: { completed: 'it' } },
  ),
  'a collection that says it leads to nobody holds only proof without a word of the person': holding(
    { ...proof, source: 'subject' },
    { link: { by: 'none' } },
  ),
  'what is sensitive is sealed and rests on a purpose with its own consent (PIPL 28, 29)': holding({
    sensitive: true,
    purpose: 'locate',
  }),
  'an extended purpose rests on consent': holding({ purpose: 'analytics' }),
  'what rests on consent can be left out (PIPL 16)': holding({ basis: 'consent' }),
  'what is kept after erasure cites the law that makes us keep it': holding({
    ...proof,
    because: '以后可能有用',
  }),
  'a reason to keep is given only for what is kept': holding({ because: '《某法》第一条' }),
  'what is kept after erasure has a life of its own': holding({ ...proof, retain: working.retain }),
  'only a readable value becomes everyone’s, and what it becomes may be stored': holding({
    erase: 'pseudonymise',
    as: '已注销',
    store: 'sealed',
  }),
  'what goes from a row that stays can be missing': two({ ...proof }, {}),
  'what lies in the key vault’s environment leads to nobody, for no sweep reaches it': holding(
    {},
    { environment: 'keys' },
  ),
  'what tells of a person is sealed or digested': holding({ category: 'contact' }),
  'what a person corrects alone can be seen and cleared': holding({ ...optionalProfile, access: 'omit' }),
  'what a person can ask to have corrected can be seen': holding({ correct: 'request' }),
  'what is masked does not lie readable': holding({ access: 'mask' }),
  'what lies as a digest alone can be neither shown nor corrected': holding({
    store: 'digest',
    access: 'show',
  }),
  'labels are Chinese': holding({ label: 'phone' }),
  'labels are unique in a collection': two({}, {}),
  'field names are camel case, and none ends as a digest column does': {
    ...holding({}),
    fields: { it_is: holding({}).fields['it'] as Field },
  },
  'no two fields lie in one column': {
    ...two({ store: 'digest' }, {}),
    fields: {
      it: holding({ store: 'digest' }).fields['it'] as Field,
      itDigest: holding({}).fields['it'] as Field,
    },
  },
  'an index has a name of its own and stands on columns that can be compared': holding(
    { store: 'sealed' },
    { indexes: [{ name: 'by_it', on: ['it'] }] },
  ),
};

describe('what becomes everyone’s', () => {
  const rule = 'only a readable value becomes everyone’s, and what it becomes may be stored';

  it.each([
    ['nothing', { erase: 'pseudonymise' }],
    ['a value that may not be stored', { erase: 'pseudonymise', as: '二', schema: z.enum(['一']) }],
    ['a value although it is dropped', { as: '已注销' }],
  ] as const)('cannot be %s', (_, field) => {
    expect(rules[rule](holding(field))).not.toEqual([]);
    expect(rules[rule](holding({ erase: 'pseudonymise', as: '已注销' }))).toEqual([]);
  });
});

describe('a law is broken by what it forbids:', () => {
  it.each(ruleNames)('%s', (rule) => {
    expect(rules[rule](broken[rule])).not.toEqual([]);
    expect(rules[rule](holding({}))).toEqual([]);
  });

  it.each([
    ['sealed but of a basic purpose', { sensitive: true, store: 'sealed', purpose: 'profile' }],
    [
      'sealed but of a purpose that is not sensitive',
      { sensitive: true, store: 'sealed', purpose: 'analytics' },
    ],
  ] as const)('sensitive, %s', (_, field) => {
    const rule = 'what is sensitive is sealed and rests on a purpose with its own consent (PIPL 28, 29)';
    expect(rules[rule](holding(field))).not.toEqual([]);
  });
});
