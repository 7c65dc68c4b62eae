import type { DataMap } from '../../../src/contracts/data-map';
import type { Document } from '../../../src/contracts/data-map/grammar';

/** The code for a letter's person who cannot open the app (P49). It travels by post, so it lives longer than others. */
export const letterCodeRules = {
  lifeMs: 3 * 24 * 60 * 60_000,
  mostTries: 3,
  /** Codes for one letter, whoever asks for them. */
  mostCodes: 3,
} as const;

/** What the ledger says of how a request was verified by a code. */
export const CODE_PROOF = 'code sent to the bound phone';

/** A letter without its code: verified, ended, or its row no longer to be believed. */
export const NO_CODE = { codeDigest: null, codeUntil: null, codeTries: null } as const;

/** What a code comes to that somebody entered. */
export type CodeVerdict = 'right' | 'wrong' | 'unsent' | 'expired' | 'locked';

/** The part of a request that the rules look at. */
type Coded = Pick<Document<DataMap['requests']>, 'codeDigest' | 'codeUntil' | 'codeTries'>;

/** The verdict on a code by its digest; a right one counts only in time and within the tries. */
export function verdictOn(
  { codeDigest, codeUntil, codeTries = 0 }: Coded,
  entered: string,
  now: Date,
): CodeVerdict {
  if (codeDigest === undefined || codeUntil === undefined) return 'unsent';
  if (Date.parse(codeUntil) <= now.getTime()) return 'expired';
  if (codeTries >= letterCodeRules.mostTries) return 'locked';
  return codeDigest === entered ? 'right' : 'wrong';
}

/** How many tries are left after a wrong one. */
export const triesLeft = ({ codeTries = 0 }: Coded): number => letterCodeRules.mostTries - codeTries - 1;
