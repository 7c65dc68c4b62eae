import type { Field } from '@/contracts/data-map/grammar';
import { consentPurposes, purposes } from '@/contracts/data-map/vocabulary';
import type { RequestKind } from '@/contracts/request-vocabulary';
import { requestCopy } from '@/copy/privacy/requests';
import { accountFields, ages, fieldLabel, type RequestReading } from './model';

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

/** What the form holds while it is filled. */
export interface Draft {
  kind: RequestKind | undefined;
  /** The field or purpose chosen, or `other`. */
  which: string | undefined;
  value: string;
  words: string;
}

/** The choice of a deletion that is put into words. */
export const OTHER = 'other';

type Details = NonNullable<RequestReading['details']>;
type Filled = { ok: true; details?: Details } | { ok: false; message: string };

const { missing } = requestCopy;
const refused = (message: string): Filled => ({ ok: false, message });

function filledCorrection({ which, value }: Draft): Filled {
  if (which === undefined) return refused(missing.field);
  if (value.trim() === '') return refused(missing.value);
  if (!fits(which, value)) return refused(requestCopy.wrongValue(fieldLabel(which)));
  return { ok: true, details: { field: which, value } };
}

const filledWithdrawal = ({ which }: Draft): Filled =>
  which === undefined ? refused(missing.field) : { ok: true, details: { purpose: which } };

const filledWords = ({ words }: Draft): Filled =>
  words.trim() === '' ? refused(missing.words) : { ok: true, details: words };

function filledDeletion(draft: Draft): Filled {
  if (draft.which === undefined) return refused(missing.field);
  return draft.which === OTHER ? filledWords(draft) : { ok: true, details: { field: draft.which } };
}

const filledOptional = ({ words }: Draft): Filled =>
  words.trim() === '' ? { ok: true } : { ok: true, details: words };

/** How each kind's answers become the details that staff's approval can carry out by itself. */
const filling = {
  access: filledOptional,
  copy: filledOptional,
  correct: filledCorrection,
  delete: filledDeletion,
  withdraw: filledWithdrawal,
  complaint: filledWords,
  leak: filledWords,
  question: filledWords,
  guardian: filledWords,
} as const satisfies Record<RequestKind, (draft: Draft) => Filled>;

/** The details of a filled form, or the sentence that says what is still missing. */
export const detailsOf = (draft: Draft): Filled =>
  draft.kind === undefined ? refused(missing.kind) : filling[draft.kind](draft);
