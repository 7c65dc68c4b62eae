import type { CollectionName } from '../../src/contracts/data-map';

/** One change of what the rows of a collection look like, which rows from before it have yet to follow. */
interface SchemaChange {
  collection: CollectionName;
  /** What a row has to have since then. */
  why: string;
}

/**
 * Every change so far, oldest first. A change is appended and never taken out or moved, for the rows in the world's
 * databases count them. What each does to a row is in `retention/migrations.ts`.
 */
export const schemaChanges = {
  'requests-closed-at': {
    collection: 'requests',
    why: 'a closed request says since when, its life counts from it',
  },
  'erasures-certified-at': { collection: 'erasures', why: 'an ended erasure says since when, for the same' },
} as const satisfies Readonly<Record<string, SchemaChange>>;

export type SchemaChangeName = keyof typeof schemaChanges;

/** How many changes there were: which of two releases knows the rows of the other. */
export const schemaChangesKnown: number = Object.keys(schemaChanges).length;

/** The changes of one collection, oldest first: the first makes version 2 of version 1. */
export const changesOf = (name: CollectionName): SchemaChangeName[] =>
  (Object.keys(schemaChanges) as SchemaChangeName[]).filter(
    (change) => schemaChanges[change].collection === name,
  );

/** The version of a collection's schema that this code writes. */
export const schemaVersion = (name: CollectionName): number => 1 + changesOf(name).length;
