import { cityTable } from '../data/cities';

const nameOf = new Map(
  cityTable.split('\n').map((row) => {
    const [, code = '', name = ''] = /^(\d{6})(.+?)[a-z ]+$/.exec(row) ?? [];
    return [code, name] as const;
  }),
);

/** A place as people call it; a code that the table does not know stays as it is. */
export const cityInWords = (code: string): string => nameOf.get(code) ?? code;
