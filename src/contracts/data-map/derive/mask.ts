import type { Category } from '../vocabulary';

/**
 * The first `head` and last `tail` characters with stars between; all stars where fewer than `least` would be hidden.
 */
function stars(value: string, head: number, tail: number, least: number): string {
  const characters = Array.from(value);
  if (characters.length - head - tail < least) return '*'.repeat(characters.length);
  return `${characters.slice(0, head).join('')}****${characters.slice(characters.length - tail).join('')}`;
}

const byCategory: Partial<Record<Category, (value: string) => string>> = {
  // A mobile number's middle four, as everyone in China masks it.
  contact: (value) => stars(value, 3, 4, 4),
  identity: () => '******',
};

/** A value as it may be shown to someone who must recognise but not learn it, such as `138****8000`. */
export const mask = (category: Category, value: string): string =>
  byCategory[category]?.(value) ?? stars(value, 1, 0, 1);
