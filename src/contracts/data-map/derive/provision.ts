import { dataMap } from '..';
import type { Collection, Index } from '../grammar';

/** A collection to create, with its indexes; nothing but functions may touch it (ADMINONLY). */
export interface CollectionPlan {
  name: string;
  indexes: { name: string; fields: { field: string; direction: 1 | -1 }[]; unique: boolean }[];
}

type Environment = 'main' | 'keys';

/** By which migrations find rows of an older version, in the order of their ids. */
const byVersion: Index = { name: 'schemaVersion', on: ['schemaVersion', '_id'] };

const planOf = ({ name, indexes }: Collection): CollectionPlan => ({
  name,
  indexes: [...indexes, byVersion].map((index) => ({
    name: index.name,
    unique: index.unique === true,
    fields: index.on.map((column) =>
      column.startsWith('-')
        ? { field: column.slice(1), direction: -1 as const }
        : { field: column, direction: 1 as const },
    ),
  })),
});

/**
 * What a database must hold before the first call; derived from the data map. Where the key vault has an environment of
 * its own, each environment is provisioned by name; where one holds both, name none and get everything.
 */
export const provisionPlan = (
  map: Readonly<Record<string, Collection>> = dataMap,
  environment?: Environment,
): CollectionPlan[] =>
  Object.values(map)
    .filter((declared) => environment === undefined || (declared.environment ?? 'main') === environment)
    .map(planOf);
