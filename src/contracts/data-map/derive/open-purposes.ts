import { dataMap } from '..';
import type { Collection } from '../grammar';
import { guarded } from '../interfaces';
import type { PurposeId } from '../vocabulary';

const inUse: ReadonlySet<PurposeId> = new Set([
  ...Object.values<Collection>(dataMap).flatMap(({ fields }) =>
    Object.values(fields).map(({ purpose }) => purpose),
  ),
  ...guarded.flatMap(([, { use }]) => (use ? [use.purpose] : [])),
]);

/** Whether anything is collected for a purpose yet: a field of the map or an interface of WeChat serves it. */
export const isOpenPurpose = (purpose: PurposeId): boolean => inUse.has(purpose);
