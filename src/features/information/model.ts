import type { account } from '@/contracts/account';
import { accounts } from '@/contracts/data-map/collections/accounts';
import { purposes } from '@/contracts/data-map/vocabulary';
import { findCity } from '@/features/city/model';
import type { Input, Output } from '@/contracts/operation';
import { informationCopy } from '@/copy/privacy/information';
import { instantInWords } from '@/features/privacy-centre/beijing-time';

/** One fact about the person as the server presents it. */
export type PresentedField = Output<typeof account.profile>['fields'][number];

/** The fields that a person corrects alone. */
export type SelfField = Input<typeof account.correct>['field'];

const ages: Readonly<Record<string, string>> = informationCopy.values.age;

/** Facts that lie as codes, in words. */
const inWords: Readonly<Record<string, (value: string) => string>> = {
  age: (value) => ages[value] ?? value,
  city: (code) => findCity(code)?.name ?? code,
  registeredAt: instantInWords,
};

/** A fact as it is read: words where it lies as a code, undefined where nothing is held. */
export const shownValue = ({ field, value }: PresentedField): string | undefined =>
  value === null || value === '' ? undefined : (inWords[field]?.(value) ?? value);

/** What registering itself used: the facts that it asked for. */
const isUsedToRegister = (
  { purpose, collectedAt }: PresentedField,
  registeredAt: string | null | undefined,
): boolean => purpose === purposes.registration.label && collectedAt !== null && collectedAt === registeredAt;

/** When a fact that is held was collected, and who used it last; `registeredAt` is the account's own. */
export function lifeOf(field: PresentedField, registeredAt: string | null | undefined): string[] {
  const { value, collectedAt, usedAt, usedBy } = field;
  if (value === null) return [];
  const collected = collectedAt ? [informationCopy.collected(instantInWords(collectedAt))] : [];
  const unused = isUsedToRegister(field, registeredAt) ? informationCopy.registered : informationCopy.unused;
  const used = usedAt && usedBy ? informationCopy.used(usedBy, instantInWords(usedAt)) : unused;
  return [...collected, used];
}

/** Whether the data map takes this value; a blank one clears the fact. */
export const isSaveable = (name: SelfField, value: string): boolean =>
  value.trim() === '' || accounts.fields[name].schema.safeParse(value).success;

/** The facts under their categories, in the order the server gives them. */
export function byCategory(
  fields: readonly PresentedField[],
): { category: string; fields: readonly PresentedField[] }[] {
  const categories = [...new Set(fields.map(({ category }) => category))];
  return categories.map((category) => ({
    category,
    fields: fields.filter((field) => field.category === category),
  }));
}
