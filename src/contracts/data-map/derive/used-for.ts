import { dataMap } from '..';
import type { Collection } from '../grammar';
import { isFieldPath } from './field-path';
import type { FieldPath } from '../recipients';
import type { PurposeId } from '../vocabulary';

/** The paths of what a purpose collects, or uses besides, of all that its person may read; in the map's order. */
export const usedFor = (purpose: PurposeId): FieldPath[] =>
  Object.entries<Collection>(dataMap)
    .flatMap(([name, { fields }]) =>
      Object.entries(fields)
        .filter(([, { access }]) => access !== 'omit')
        .filter(([, field]) => field.purpose === purpose || field.alsoFor?.includes(purpose))
        .map(([field]) => `${name}.${field}`),
    )
    .filter(isFieldPath);
