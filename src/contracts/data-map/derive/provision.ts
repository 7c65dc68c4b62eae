import { dataMap } from '..';
import type { Collection } from '../grammar';

/** A collection to create, with its indexes; nothing but functions may touch it (ADMINONLY). */
export interface CollectionPlan {
  name: string;
  indexes: { name: string; fields: { field: string; direction: 1 | -1 }[]; unique: boolean }[];
}

/** What the database must hold before the first call; derived from the data map. */
export const provisionPlan = (): CollectionPlan[] =>
  (Object.values(dataMap) as Collection[]).map(({ name, indexes }) => ({
    name,
    indexes: indexes.map((index) => ({
      name: index.name,
      unique: index.unique === true,
      fields: index.on.map((column) =>
        column.startsWith('-')
          ? { field: column.slice(1), direction: -1 as const }
          : { field: column, direction: 1 as const },
      ),
    })),
  }));
