import type { Field } from '@/contracts/data-map/grammar';
import { consentPurposes, purposes } from '@/contracts/data-map/vocabulary';
import { ages } from '@/contracts/values';
import { accountFields } from './model';

/** One thing that can be chosen. */
export interface Choice {
  value: string;
  title: string;
}

const choices = (keep: (field: Field, name: string) => boolean): Choice[] =>
  Object.entries(accountFields)
    .filter(([name, field]) => field.access !== 'omit' && keep(field, name))
    .map(([value, { label }]) => ({ value, title: label }));

/** Corrected in 我的信息 alone: a phone must be proven, and a picture cannot be typed. */
const notByForm = ['phone', 'avatar'];

/** What an approved correction can carry out. */
export const correctable: readonly Choice[] = choices(
  ({ correct }, name) => correct !== 'never' && !notByForm.includes(name),
);

/** What the person changes in 我的信息 without asking anybody. */
export const correctedAlone: readonly string[] = choices(
  ({ correct }, name) => correct === 'self' || name === 'phone',
).map(({ title }) => title);

/** What an approved deletion can carry out by itself; anything else is asked for in words. */
export const deletable: readonly Choice[] = choices(
  ({ correct, optional }) => optional === true && correct !== 'never',
);

/** The optional purposes whose consent can be withdrawn. */
export const withdrawable: readonly Choice[] = consentPurposes.map((purpose) => ({
  value: purpose,
  title: purposes[purpose].label,
}));

/** Whether the account could hold that value: what an approved correction will check again. */
export const fits = (field: string, value: string): boolean =>
  accountFields[field]?.schema.safeParse(value).success ?? false;

/**
 * A value that is chosen from a few, for a correction: none that is held already. Nobody becomes a child by a form, for
 * a child's account needs a guardian first (PIPL 31).
 */
export const valuesOf = (field: string, present: string | undefined): readonly Choice[] | undefined =>
  field === 'age'
    ? Object.entries(ages)
        .map(([value, title]) => ({ value, title }))
        .filter(({ value }) => value !== present && value !== 'child')
    : undefined;
