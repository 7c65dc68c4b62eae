import { LARGEST_PICTURE } from '@/contracts/picture';

/** Why a picture that was chosen is not among those that were read, or why none could be chosen. */
export type PictureProblem = 'unreadable' | 'too-large' | 'denied';

/** What came of choosing: pictures as base64, each small enough to be taken, and what was wrong with others. */
export interface Chosen {
  pictures: string[];
  problem?: PictureProblem;
}

/** A picture as base64, or why there is none. */
export type Read = string | { problem: PictureProblem };

/** How many bytes a file has, by its base64. */
const bytesOf = (base64: string): number => (base64.replace(/=+$/, '').length * 3) >> 2;

/** Whether a picture, as base64, is small enough to be sent. */
export const isSmallEnough = (base64: string): boolean => bytesOf(base64) <= LARGEST_PICTURE;

/** The pictures that could be read, each once, and the first problem. */
export function chosenOf(read: readonly Read[]): Chosen {
  const pictures = read.filter((each) => typeof each === 'string');
  const [failed] = read.filter((each) => typeof each !== 'string');
  return { pictures: [...new Set(pictures)], ...failed };
}
