import { dataMap, type CollectionName } from '..';
import type { Collection, Field } from '../grammar';
import type { ConsentPurpose } from '../vocabulary';
import { columnsOfField } from './columns';
import type { Way } from './erasure';

/** The declarations of a system, by collection name. */
type Declared = Readonly<Record<string, Collection>>;

/** What is held of a person on the ground of one consent alone. */
export interface Resting<Name extends string = CollectionName> {
  /** Collections of nothing else, each with its column that holds the subject: the person's rows go whole. */
  rows: Way<Name>[];
  /** Collections that stand on other ground too: their rows lose these columns. */
  parts: (Way<Name> & { columns: string[] })[];
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
  const rests = ([, field]: [string, Field]) => field.purpose === purpose && field.basis === 'consent';
  const entries = Object.entries(map);
  const owned = entries.flatMap(([collection, { link, fields }]) =>
    link.by === 'field' ? [{ collection, field: link.field, all: Object.entries(fields) }] : [],
  );
  return {
    rows: owned.flatMap(({ all, ...way }) => (all.every(rests) ? [way] : [])),
    parts: owned.flatMap(({ all, ...way }) => {
      const columns = all
        .filter(rests)
        .flatMap(([name, field]) => columnsOfField(name, field).map(({ column }) => column));
      return columns.length === 0 || all.every(rests) ? [] : [{ ...way, columns }];
    }),
    facts: entries.flatMap(([, { link, fields }]) =>
      link.by === 'id'
        ? Object.entries(fields)
            .filter(rests)
            .map(([name]) => name)
        : [],
    ),
  };
}

/** The account's facts that such a withdrawal clears, as a change of the account. */
export const clearedBy = (purpose: ConsentPurpose): Record<string, null> =>
  Object.fromEntries(restingOn(purpose).facts.map((name) => [name, null]));
