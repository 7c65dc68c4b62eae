import type { account } from '@/contracts/account';
import { cityInWords } from '@/contracts/city-names';
import { accounts } from '@/contracts/data-map/collections/accounts';
import { purposes } from '@/contracts/data-map/vocabulary';
import { ages } from '@/contracts/values';
import type { Input, Output } from '@/contracts/operation';
import { informationCopy } from '@/copy/privacy/information';
import { instantInWords } from '@/features/privacy-centre/beijing-time';

/** One fact about the person as the server presents it. */
export type PresentedField = Output<typeof account.profile>['fields'][number];

/** The fields that a person corrects alone. */
export type SelfField = Input<typeof account.correct>['field'];

const ageLabels: Readonly<Record<string, string>> = ages;

/** Facts that lie as codes, in words. */
const inWords: Readonly<Record<string, (value: string) => string>> = {
  age: (value) => ageLabels[value] ?? value,
  city: cityInWords,
  registeredAt: instantInWords,
  phoneChangedAt: instantInWords,
  lockedAt: instantInWords,
};

/** A fact as it is read: words where it lies as a code, undefined where nothing is held. */
export const shownValue = ({ field, value }: PresentedField): string | undefined =>
  value === null || value === '' ? undefined : (inWords[field]?.(value) ?? value);

/** How a person has a fact changed: on another page, in place, or by staff. */
export type WayToChange = 'city' | 'self' | 'phone' | 'request';

/** The way to change or to fill a fact; undefined where nobody but the system writes it. */
export function wayToChange({ field, correct }: PresentedField): WayToChange | undefined {
  if (field === 'city') return 'city';
  if (correct === 'never') return undefined;
  return correct === 'request' && field === 'phone' ? 'phone' : correct;
}

/** Whether a fact has a row: one that is not held says something only where a person could fill it. */
const isListed = (field: PresentedField): boolean =>
  shownValue(field) !== undefined || wayToChange(field) !== undefined;

const notes: Readonly<Partial<Record<string, string>>> = informationCopy.notes;

/** What a fact that is held is there for, where its name and purpose do not tell. */
export const noteOf = (field: PresentedField): string | undefined =>
  shownValue(field) === undefined ? undefined : notes[field.field];

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

/** The facts that have a row, under their categories, in the order the server gives them. */
export function byCategory(
  fields: readonly PresentedField[],
): { category: string; fields: readonly PresentedField[] }[] {
  const listed = fields.filter(isListed);
  const categories = [...new Set(listed.map(({ category }) => category))];
  return categories.map((category) => ({
    category,
    fields: listed.filter((field) => field.category === category),
  }));
}

/** Whether a fact is held. */
export const isHeld = (fields: readonly PresentedField[], name: string): boolean =>
  fields.some((field) => field.field === name && shownValue(field) !== undefined);
