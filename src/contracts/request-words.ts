import { accounts } from './data-map/collections/accounts';
import type { Field } from './data-map/grammar';
import { purposeLabel } from './data-map/vocabulary';
import { WHOLE_ACCOUNT } from './request-vocabulary';
import { ages } from './values';

type Form = Readonly<Record<string, string>>;

const fields: Readonly<Record<string, Field>> = accounts.fields;
const ageLabels: Readonly<Record<string, string>> = ages;

/** The name of an account's field; the name itself when it is unknown. */
export const fieldLabel = (name: string): string => fields[name]?.label ?? name;

/** The name of what a deletion names by its code. */
export const itemLabel = (name: string): string => (name === WHOLE_ACCOUNT ? '整个账号' : fieldLabel(name));

/** Several fields, as a deletion names them. */
const fieldLabels = (names: string): string => names.split(',').map(itemLabel).join('、');

/** How each answer of a filled form reads; a person's own words are never looked up. */
const lines: Readonly<Record<string, (answer: string, form: Form) => string>> = {
  field: (names) => `项目：${fieldLabels(names)}`,
  fields: (names) => `项目：${fieldLabels(names)}`,
  value: (value, { field }) => `改成：${field === 'age' ? (ageLabels[value] ?? value) : value}`,
  purpose: (purpose) => `用途：${purposeLabel(purpose)}`,
  words: (words) => words,
};

/** Whether these are the answers of a form, and not something else that was written as an object. */
export const isForm = (answers: Readonly<Record<string, unknown>>): answers is Form =>
  Object.entries(answers).every(
    ([question, answer]) => Object.hasOwn(lines, question) && typeof answer === 'string',
  );

/** What a person asked for, line by line, as its page and staff read it: codes in words, all else as it was written. */
export const detailLines = (details: string | Form): string[] =>
  typeof details === 'string'
    ? [details]
    : Object.entries(details).map(
        ([question, answer]) => lines[question]?.(answer, details) ?? `${question}：${answer}`,
      );
