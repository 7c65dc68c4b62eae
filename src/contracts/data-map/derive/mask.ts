import type { Category } from '../vocabulary';

const stars = (text: string, head: number, tail: number) =>
  [...text].length <= head + tail
    ? '*'.repeat([...text].length)
    : [...text].slice(0, head).join('') + '****' + [...text].slice([...text].length - tail).join('');

const byCategory: Partial<Record<Category, (value: string) => string>> = {
  contact: (value) => stars(value, 3, 4),
  identity: () => '******',
};

/** A value as it may be shown to someone who must recognise but not learn it, such as `138****8000`. */
export const mask = (category: Category, value: string): string =>
  (byCategory[category] ?? ((text: string) => stars(text, 1, 0)))(value);
