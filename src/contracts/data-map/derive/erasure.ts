import { dataMap, type CollectionName } from '..';
import type { Collection, Field, Link } from '../grammar';
import { columnsOfField } from './columns';

/** The declarations of a system, by collection name. */
type Declared = Readonly<Record<string, Collection>>;

/** How erasing a person treats one collection's rows: remove them, or take values away and keep the rest. */
export interface ErasureStep<Name extends string = CollectionName> {
  collection: Name;
  link: Exclude<Link, { by: 'none' }>;
  /** `none`: every column is kept as proof, unreadable without the destroyed key. */
  treat: 'remove' | 'reduce' | 'none';
  /** Columns to take away. */
  dropped: string[];
  /** Columns to overwrite, each with what everyone's becomes; empty but for `reduce`. */
  replaced: Record<string, string>;
}

type Entry = readonly [name: string, field: Field];

const columnsIn = (entries: readonly Entry[]) =>
  entries.flatMap(([name, field]) => columnsOfField(name, field).map(({ column }) => column));

/** The columns that an erasure takes away from a collection's rows: what no law keeps and nobody else needs. */
export const droppedColumns = ({ fields }: Collection): string[] =>
  columnsIn(Object.entries(fields).filter(([, { erase }]) => erase === 'drop'));

function stepOf<Name extends string>(name: Name, { fields, link }: Collection): ErasureStep<Name>[] {
  if (link.by === 'none') return [];
  const entries = Object.entries(fields);
  const having = (erase: Field['erase']) => entries.filter(([, field]) => field.erase === erase);
  const step = { collection: name, link, dropped: columnsIn(having('drop')), replaced: {} };
  const pseudonymised = having('pseudonymise');
  if (having('keep-until').length === 0 && pseudonymised.length === 0) return [{ ...step, treat: 'remove' }];
  if (step.dropped.length === 0 && pseudonymised.length === 0) return [{ ...step, treat: 'none' }];
  const replaced = Object.fromEntries(pseudonymised.map(([column, { as = '' }]) => [column, as]));
  return [{ ...step, treat: 'reduce', replaced }];
}

/**
 * The erasure of one person as a list of steps. Rows found through another collection come before that collection,
 * and the account itself comes last, for its digests lead to the rest.
 */
export function erasurePlan(): ErasureStep[];
export function erasurePlan<M extends Declared>(map: M): ErasureStep<keyof M & string>[];
export function erasurePlan(map: Declared = dataMap): ErasureStep<string>[] {
  const order: Record<ErasureStep['link']['by'], number> = { through: 0, columns: 1, field: 2, id: 3 };
  return Object.entries(map)
    .flatMap(([name, declared]) => stepOf(name, declared))
    .sort((a, b) => order[a.link.by] - order[b.link.by]);
}

/** A collection whose rows lead on to others, and its column that holds the subject. */
export interface Way<Name extends string = CollectionName> {
  collection: Name;
  field: string;
}

/**
 * The collections that some plan's steps go through; that each leads to the person by a field is a law over the map.
 */
export function waysThrough<Name extends string>(plan: readonly ErasureStep<Name>[]): Way<Name>[] {
  const through = new Set(plan.flatMap(({ link }) => (link.by === 'through' ? [link.collection] : [])));
  return plan.flatMap(({ collection, link }) =>
    through.has(collection) && link.by === 'field' ? [{ collection, field: link.field }] : [],
  );
}
