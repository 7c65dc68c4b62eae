import { dataMap } from '../../src/contracts/data-map';
import { columnsOf } from '../../src/contracts/data-map/derive/columns';
import type { Collection } from '../../src/contracts/data-map/grammar';

/** The columns that rows of each collection may have, by its name, and how each value lies in its column. */
export const declaredColumns = (): Record<string, string[]> =>
  Object.fromEntries(
    Object.values(dataMap as Record<string, Collection>).map((collection) => [
      collection.name,
      columnsOf(collection).map(
        ({ column, field, optional }) =>
          `${column}${optional ? '?' : ''} ${collection.fields[field]?.store ?? ''}`,
      ),
    ]),
  );
