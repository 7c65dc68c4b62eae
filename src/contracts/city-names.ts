import { cityTable } from '../data/cities';

/** Each place of the table: its division code, its name, and the pinyin of its syllables with spaces between. */
export const cityRows = cityTable.split('\n').map((row) => {
  const [, code = '', name = '', spaced = ''] = /^(\d{6})(.+?)([a-z ]+)$/.exec(row) ?? [];
  return { code, name, spaced };
});

const nameOf = new Map(cityRows.map(({ code, name }) => [code, name]));

/** A place as people call it; a code that the table does not know stays as it is. */
export const cityInWords = (code: string): string => nameOf.get(code) ?? code;
