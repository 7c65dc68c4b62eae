import { dataMap, type CollectionName } from '..';
import type { Collection, Field, Life } from '../grammar';
import { columnsOfField } from './columns';

/** A life that ends by itself, whether or not there still is an account. */
export type OwnLife = Exclude<Life, 'account'>;

/** One thing that the retention timer does: rows past a life are removed, or lose these columns. */
export interface SweepStep {
  collection: CollectionName;
  life: OwnLife;
  /** From where the life is counted: an instant in the row, or the time on the person's certificate. */
  from: Field['retain']['from'];
  /** The column that holds the instant; for `deregistered` the one that holds the subject. */
  column: string;
  treat: 'remove' | 'reduce';
  /** The columns that a reduced row loses. */
  dropped: readonly string[];
}

type Map = Readonly<Record<string, Collection>>;
type Fields = [string, Field][];

/** The column by which a life is counted; undefined where the collection declares none, which a law forbids. */
function columnOf({ times = {}, link }: Collection, from: Field['retain']['from']): string | undefined {
  if (from !== 'deregistered') return times[from];
  return link.by === 'field' ? link.field : '_id';
}

const isNeeded = ([, field]: Fields[number]) => field.optional !== true;

/** A row without a needed field is no row, so it goes whole when the life of one ends. */
function stepOf(name: string, collection: Collection, fields: Fields): SweepStep[] {
  const [first] = fields;
  const { from, for: life } = (first as Fields[number])[1].retain;
  const column = columnOf(collection, from);
  if (life === 'account' || column === undefined) return [];
  const isWhole = fields.some(isNeeded) || fields.length === Object.keys(collection.fields).length;
  const dropped = fields
    .flatMap(([field, declared]) => columnsOfField(field, declared))
    .map((each) => each.column);
  return [
    {
      collection: name as CollectionName,
      life,
      from,
      column,
      treat: isWhole ? 'remove' : 'reduce',
      dropped: isWhole ? [] : dropped,
    },
  ];
}

/** The fields of a collection that live equally long, counted from the same instant. */
function groupsOf({ fields }: Collection): Fields[] {
  const groups = new Map<string, Fields>();
  for (const [name, field] of Object.entries(fields)) {
    const key = `${field.retain.from} ${field.retain.for}`;
    groups.set(key, [...(groups.get(key) ?? []), [name, field]]);
  }
  return [...groups.values()];
}

const order = { collected: 0, completed: 0, deregistered: 1 } as const;

/**
 * The retention sweep as a list of steps, read off each field's own life (P34, PIPL 19). What is counted from the
 * certificate comes last and the certificates at the very end, for they lead to the rest; so the anchors, which cover
 * the chains, go before them.
 */
export function sweepPlan(map: Map = dataMap): SweepStep[] {
  const isCertificate = ({ collection }: SweepStep) => Number(collection === 'certificates');
  return Object.entries(map)
    .flatMap(([name, collection]) =>
      groupsOf(collection).flatMap((fields) => stepOf(name, collection, fields)),
    )
    .sort((a, b) => order[a.from] - order[b.from] || isCertificate(a) - isCertificate(b));
}

const parts = (life: OwnLife) => {
  const [, count = '0', unit = 'D'] = /^P(\d+)([DMY])$/.exec(life) ?? [];
  return { count: Number(count), unit };
};

/**
 * The instant before which something must have begun for its life to be over now, as ISO 8601 in UTC. Months and years
 * are the calendar's; where a month has no such day, its last.
 */
export function bornBefore(life: OwnLife, now: Date): string {
  const { count, unit } = parts(life);
  if (unit === 'D') return new Date(now.getTime() - count * 24 * 60 * 60_000).toISOString();
  const months = now.getUTCFullYear() * 12 + now.getUTCMonth() - count * (unit === 'Y' ? 12 : 1);
  const lastDay = new Date(Date.UTC(0, 0, 1));
  lastDay.setUTCFullYear(Math.floor(months / 12), (months % 12) + 1, 0);
  const born = new Date(now);
  born.setUTCFullYear(Math.floor(months / 12), months % 12, Math.min(now.getUTCDate(), lastDay.getUTCDate()));
  return born.toISOString();
}
