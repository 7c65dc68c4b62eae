import { dataMap, type CollectionName } from '@/contracts/data-map';
import { isAboutPeople, isTelling } from '@/contracts/data-map/derive/lists';
import { keptFor } from '@/contracts/data-map/derive/presentation';
import type { Collection, Field } from '@/contracts/data-map/grammar';
import { frozenCopy } from '@/copy/privacy/deregistration';

/** What leaving does to one collection, in labels. */
export interface Treatment {
  collection: string;
  fields: string[];
}

/** What the law keeps of one collection, why and how long. */
export interface Kept extends Treatment {
  because: string[];
  lives: string[];
}

const collections: readonly Collection[] = (Object.keys(dataMap) as CollectionName[])
  .map((name): Collection => dataMap[name])
  .filter(isAboutPeople);

const isKept = ({ erase }: Field) => erase === 'keep-until';
/** What the vault holds is shown to nobody, and is to be known of all the same. */
const isNamed = ({ access, store }: Field) => access !== 'omit' || store === 'vault';

const fieldsOf = ({ fields }: Collection, keep: (field: Field) => boolean): Field[] =>
  Object.values(fields).filter(keep);
const unique = (words: string[]) => [...new Set(words)];

/** Reasons said once: one that another begins with is already in it. */
const mostExact = (reasons: string[]) =>
  unique(reasons).filter(
    (reason, _, all) => !all.some((other) => other !== reason && other.startsWith(reason)),
  );

/** Everything that erasure takes away, by collection; read from the data map, as erasure itself is. */
export const erased = (): Treatment[] =>
  collections
    .map((collection) => ({
      collection: collection.label,
      fields: unique(
        fieldsOf(collection, (field) => isTelling(field) && !isKept(field)).map(({ label }) => label),
      ),
    }))
    .filter(({ fields }) => fields.length > 0);

/** Everything that is kept as proof, with the law and the time. */
export const kept = (): Kept[] =>
  collections
    .map((collection) => {
      const proofs = fieldsOf(collection, isKept);
      return {
        collection: collection.label,
        fields: unique(proofs.filter(isNamed).map(({ label }) => label)),
        because: mostExact(proofs.flatMap(({ because }) => because ?? [])),
        lives: unique(proofs.map((field) => keptFor(field))),
      };
    })
    .filter(({ because }) => because.length > 0);

const HOUR_MS = 60 * 60_000;
const DAY_HOURS = 24;
const LONGEST_HOURS = 20 * DAY_HOURS;

/**
 * How long is left until an instant, in words; whole days, then whole hours. Undefined where the phone's clock is past
 * it already: the server, whose clock counts, still lets the account come back.
 */
export function timeLeft(until: string, now: number): string | undefined {
  const hours = Math.floor((Date.parse(until) - now) / HOUR_MS);
  const { left } = frozenCopy;
  // Over, or longer than any cooling-off with all its holidays: then it is the phone's clock that is wrong.
  if (hours < 0 || hours > LONGEST_HOURS) return undefined;
  if (hours === 0) return left.soon;
  return hours < DAY_HOURS ? left.hours(hours) : left.days(Math.floor(hours / DAY_HOURS));
}
