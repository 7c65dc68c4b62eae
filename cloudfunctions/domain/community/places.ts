/** After every place in a list, for all of them begin with digits. */
export const END = '~';

/** The place of something published in time: an instant first, so that text order is the order of time. */
export const inTime = (at: string, id: string): string => `${at}|${id}`;

const DIGITS = 9;

/** The place among the most supported: the newer one of two with as many stands higher. */
export const byTop = (supports: number, newest: string): string =>
  `${String(supports).padStart(DIGITS, '0')}|${newest}`;

/** The page's rows and where the next one begins: null where this one is not full. */
export function pageEnd<R>(rows: readonly R[], size: number, placeOf: (row: R) => string | undefined) {
  const last = rows.at(-1);
  return rows.length < size || last === undefined ? null : (placeOf(last) ?? null);
}
