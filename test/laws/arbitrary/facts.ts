import fc from 'fast-check';
import { dataMap, type CollectionName } from '../../../src/contracts/data-map';
import type { Collection, Facts, Field } from '../../../src/contracts/data-map/grammar';
import { valueOf } from './value';

/** Every collection with its name, read as the grammar and not as its own literal type. */
export const collections = Object.entries(dataMap) as [CollectionName, Collection][];

/** Every field with the collection it is in. */
export const fields = collections.flatMap(([name, collection]) =>
  Object.entries(collection.fields).map(([field, declared]): [string, string, Field] => [
    name,
    field,
    declared,
  ]),
);

const isNeeded = ([, field]: [string, Field]) => field.optional !== true;

/** Random facts of a collection: every needed field, and any of the optional ones. */
export function factsOf<C extends Collection>(collection: C): fc.Arbitrary<Facts<C>> {
  const entries = Object.entries(collection.fields);
  const members = Object.fromEntries(entries.map(([name, { schema }]) => [name, valueOf(schema)]));
  const requiredKeys = entries.filter(isNeeded).map(([name]) => name);
  return fc.record(members, { requiredKeys, noNullPrototype: true }) as fc.Arbitrary<unknown> as fc.Arbitrary<
    Facts<C>
  >;
}

/** Random facts of a collection with every optional field there. */
export function wholeFactsOf<C extends Collection>(collection: C): fc.Arbitrary<Facts<C>> {
  const members = Object.fromEntries(
    Object.entries(collection.fields).map(([name, { schema }]) => [name, valueOf(schema)]),
  );
  return fc.record(members, { noNullPrototype: true }) as fc.Arbitrary<unknown> as fc.Arbitrary<Facts<C>>;
}
