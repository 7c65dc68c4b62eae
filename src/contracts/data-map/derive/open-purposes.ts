import { dataMap } from '..';
import type { Collection } from '../grammar';
import { guarded } from '../interfaces';
import type { PurposeId } from '../vocabulary';

const uses = guarded.flatMap(([, { use }]) => (use ? [use] : []));

/** Purposes for which something reaches us. */
const kept: ReadonlySet<PurposeId> = new Set(
  Object.values<Collection>(dataMap).flatMap(({ fields }) =>
    Object.values(fields).flatMap(({ purpose, alsoFor = [] }) => [purpose, ...alsoFor]),
  ),
);

const inUse: ReadonlySet<PurposeId> = new Set([...kept, ...uses.flatMap((use) => use.purposes)]);

/** Whether anything is collected for a purpose yet: a field of the map or an interface of WeChat serves it. */
export const isOpenPurpose = (purpose: PurposeId): boolean => inUse.has(purpose);

/** Whether what a purpose uses is read on the phone alone: an interface of WeChat serves it, and no field is filled. */
export const staysOnPhone = (purpose: PurposeId): boolean =>
  inUse.has(purpose) &&
  !kept.has(purpose) &&
  uses.every((use) => !use.purposes.includes(purpose) || use.fields.length === 0);
