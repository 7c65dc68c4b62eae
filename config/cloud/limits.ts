import type { Desired } from './desired';

/** All variables of a function together, in bytes. */
const MOST_BYTES = 4096;

/** Functions whose variables are more than CloudBase holds, with how many bytes they are. */
export const tooLarge = ({ functions }: Desired): { name: string; bytes: number; most: number }[] =>
  functions
    .map(({ name, variables }) => ({
      name,
      bytes: Object.entries(variables).reduce(
        (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
        0,
      ),
      most: MOST_BYTES,
    }))
    .filter(({ bytes, most }) => bytes > most);
