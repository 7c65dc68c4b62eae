/** What stands between the groups when a number is noted down by hand or by another keyboard. */
const separators = /[\s\u002d\u00ad\u2010-\u2015\u2212\u2e3a\u2e3b\u30fc\ufe58\ufe63\uff0d_]/g;

/**
 * A certificate's number as it was given out, whatever was typed: letters of any case and width, with spaces or any
 * kind of hyphen, or none. A text that is no such number comes back without them.
 */
export function numberIn(typed: string): string {
  const signs = typed.normalize('NFKC').replace(separators, '').toLowerCase();
  return signs.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Whether it has the form of a random id: 32 hexadecimal signs in five groups. */
export const isNumber = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** How many letters and digits a number has. */
export const NUMBER_LENGTH = 32;
