/** What a search can find of a text: so many of its pairs of signs, so that no row grows without bound. */
export const MOST_PAIRS = 300;

/** Letters, digits and signs alone, in one width and case: how something is written does not hide it. */
export const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * The pairs of neighbouring signs in a text, each once: Chinese has no words to look up, and every piece of it with two
 * signs or more is found by its pairs.
 */
export function pairsOf(text: string): string[] {
  const signs = Array.from(plainly(text));
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < signs.length && pairs.size < MOST_PAIRS; index += 1)
    pairs.add(`${signs[index] ?? ''}${signs[index + 1] ?? ''}`);
  return [...pairs];
}
