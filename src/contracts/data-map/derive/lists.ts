import { dataMap, type CollectionName } from '..';
import type { Collection, Field } from '../grammar';
import { notCollected } from '../not-collected';
import { storageKeys, type StorageKey } from '../on-device';
import { OPEN_ENDED, recipientKinds, recipients, type Recipient, type RecipientId } from '../recipients';
import { bases, categories, purposes, sources, type Category } from '../vocabulary';
import { labelAt } from './field-path';
import { keptFor } from './presentation';

/** One line of 已收集个人信息清单: a field of the map in words. */
export interface CollectedItem {
  collection: CollectionName;
  field: string;
  label: string;
  /** What the rows are about, such as `账号`. */
  of: string;
  purpose: string;
  why: string;
  basis: string;
  source: string;
  /** The moment at which it is collected. */
  when: string;
  keptFor: string;
  sensitive: boolean;
  /** Sealed to a key that no function holds. */
  isVaulted: boolean;
  /** The law that makes us keep it, where one does. */
  because: string | null;
}

/** The items of one category, in the order of the map. */
export interface CollectedGroup {
  category: Category;
  label: string;
  items: CollectedItem[];
}

/**
 * Whether a field says something about a person. The machine's own does not: references, counters, keys and
 * fingerprints that it makes for its own work and shows to no one. What lies in the vault was made by the person's use,
 * and is told.
 */
export const isTelling = ({
  access,
  category,
  source,
  store,
}: Pick<Field, 'access' | 'category' | 'source' | 'store'>): boolean =>
  access !== 'omit' || (category !== 'record' && (source !== 'system' || store === 'vault'));

/** Whether a collection's rows belong to persons; what belongs to no one is proof without a name. */
export const isAboutPeople = ({ link }: Collection): boolean => link.by !== 'none';

/** Every telling field of a map, each once. */
export const collectedFields = (map: Readonly<Record<string, Collection>> = dataMap) =>
  Object.entries(map)
    .filter(([, collection]) => isAboutPeople(collection))
    .flatMap(([name, { label, fields }]) =>
      Object.entries(fields)
        .filter(([, field]) => isTelling(field))
        .map(([key, field]) => ({ name: name as CollectionName, of: label, key, field })),
    );

const itemOf = ({ name, of, key, field }: ReturnType<typeof collectedFields>[number]): CollectedItem => ({
  collection: name,
  field: key,
  label: field.label,
  of,
  purpose: purposes[field.purpose].label,
  why: purposes[field.purpose].why,
  basis: bases[field.basis],
  source: sources[field.source],
  when: purposes[field.purpose].when,
  keptFor: keptFor(field),
  sensitive: field.sensitive,
  isVaulted: field.store === 'vault',
  because: field.because ?? null,
});

/** 已收集个人信息清单 (Network Data Security Regulations 21, MIIT 2021-292): the whole map, by category. */
export function collectedList(map: Readonly<Record<string, Collection>> = dataMap): CollectedGroup[] {
  const all = collectedFields(map);
  return (Object.keys(categories) as Category[])
    .map((category) => ({
      category,
      label: categories[category],
      items: all.filter(({ field }) => field.category === category).map(itemOf),
    }))
    .filter(({ items }) => items.length > 0);
}

/** One line of what lies on the phone. */
export interface KeptOnPhone {
  key: StorageKey;
  label: string;
  because: string;
}

/** Everything that may lie on the phone (P29). */
export const onDeviceList = (): KeptOnPhone[] =>
  (Object.keys(storageKeys) as StorageKey[]).map((key) => {
    const { label, because } = storageKeys[key];
    return { key, label, because };
  });

/** What is not collected, and why not. */
export const notCollectedList = (): { label: string; because: string }[] => Object.values(notCollected);

/** One line of 第三方共享清单: a recipient of the map in words. */
export interface SharedWith {
  recipient: RecipientId;
  name: string;
  kind: string;
  why: string;
  fields: string[];
  contact: string;
  agreement: Recipient['agreement'];
  /** The agreement names no last day. */
  isOpenEnded: boolean;
  /** The day from which it receives nothing more; null while it may. */
  endedOn: string | null;
  /** No company that exists: it shows how one is connected. */
  isExample: boolean;
  /** False for a processor, which works for us alone (PIPL 21). */
  needsGrant: boolean;
}

/** 第三方共享清单: everyone who can receive something, or once could and may still have it, processors first (P28). */
export const sharingList = (): SharedWith[] =>
  (Object.keys(recipients) as RecipientId[])
    .map((recipient) => {
      const { name, kind, why, fields, contact, agreement, endedOn, isExample }: Recipient =
        recipients[recipient];
      return {
        recipient,
        name,
        kind: recipientKinds[kind],
        why,
        fields: fields.map(labelAt),
        contact,
        agreement,
        endedOn: endedOn ?? null,
        isOpenEnded: agreement.expiresOn === OPEN_ENDED,
        isExample: isExample === true,
        needsGrant: kind !== 'processor',
      };
    })
    .sort((a, b) => Number(a.needsGrant) - Number(b.needsGrant));
