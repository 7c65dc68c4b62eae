import type { CollectionName } from '../../src/contracts/data-map';
import { schemaVersion } from '../domain/schema-changes';
import { noneOf, oneOf } from './conditions';
import { log } from './log';
import { Unreadable } from './unreadable';

/**
 * The column in which each row bears the version of the schema that it was added in, or brought to. Only the store and
 * the migrations see it. A row without one was written before rows bore it, or by hand in the console: it counts as
 * version 0 and is like version 1. A change leaves the version alone, so that a row may hold already what its next
 * version is to have.
 */
export const VERSION = 'schemaVersion';

type Values = Readonly<Record<string, unknown>>;

const upTo = (version: number): (number | null)[] => [
  null,
  ...Array.from({ length: version }, (_, index) => index + 1),
];

/** Rows of exactly this version. */
export const ofVersion = (version: number) => (version === 0 ? null : version);
/** Rows of a version before this one. */
export const before = (version: number) => oneOf(upTo(version - 1));
/** Rows of a version that this code does not know: a later release wrote them, or somebody by hand. */
export const unknownTo = (name: CollectionName) => noneOf(upTo(schemaVersion(name)));

/** A row as it is written: with the version of today. */
export const versioned = (name: CollectionName, row: Values) => ({ ...row, [VERSION]: schemaVersion(name) });

/**
 * What the filter of a write has besides: rows of a version that this code does not know are neither changed nor
 * removed, for it cannot know what in them is whose.
 */
export const ofKnownVersion = (name: CollectionName) => ({ [VERSION]: oneOf(upTo(schemaVersion(name))) });

/** Tells whoever watches the log of rows of such a version; whoever meets them first does. */
export const tellUnknown = (name: CollectionName): void => {
  log('error', { fault: 'a row of a version that is not known', found: name });
};

/**
 * A row as it was read, without its version. Throws `Unreadable` where this code does not know that: a release that was
 * gone back from wrote it, and nothing may be told or decided by what it does not say.
 */
export function ofKnown<T extends object>(name: CollectionName, row: T): T {
  const { [VERSION]: held, ...rest } = row as T & Record<typeof VERSION, unknown>;
  const version = held ?? 1;
  const isKnown = Number.isInteger(version) && Number(version) >= 1 && Number(version) <= schemaVersion(name);
  if (!isKnown) {
    tellUnknown(name);
    throw new Unreadable('DATA_NEWER', `${name} has a row of a version that is not known`);
  }
  return rest as unknown as T;
}
