import { dataMap, type CollectionName } from '..';
import type { Collection, Field } from '../grammar';
import type { ConsentPurpose } from '../vocabulary';
import type { Way } from './erasure';

/** The declarations of a system, by collection name. */
type Declared = Readonly<Record<string, Collection>>;

/** What is held of a person on the ground of one consent alone. */
export interface Resting<Name extends string = CollectionName> {
  /** Collections of nothing else, each with its column that holds the subject: the person's rows go whole. */
  rows: Way<Name>[];
  /** Optional facts of the account, which are cleared. */
  facts: string[];
}

/**
 * What a withdrawal takes with it: once the consent is gone, so is the ground to keep what rests on it (PIPL 47(1)(3)).
 * That nothing else in the map rests on such a consent is a law over it.
 */
export function restingOn(purpose: ConsentPurpose): Resting;
export function restingOn<M extends Declared>(purpose: ConsentPurpose, map: M): Resting<keyof M & string>;
export function restingOn(purpose: ConsentPurpose, map: Declared = dataMap): Resting<string> {
  const rests = (field: Field) => field.purpose === purpose && field.basis === 'consent';
  const entries = Object.entries(map);
  return {
    rows: entries.flatMap(([collection, { link, fields }]) =>
      link.by === 'field' && Object.values(fields).every(rests) ? [{ collection, field: link.field }] : [],
    ),
    facts: entries.flatMap(([, { link, fields }]) =>
      link.by === 'id' ? Object.keys(fields).filter((name) => fields[name] && rests(fields[name])) : [],
    ),
  };
}

/** The account's facts that such a withdrawal clears, as a change of the account. */
export const clearedBy = (purpose: ConsentPurpose): Record<string, null> =>
  Object.fromEntries(restingOn(purpose).facts.map((name) => [name, null]));
