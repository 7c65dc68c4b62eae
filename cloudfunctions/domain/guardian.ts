/** The rules of a guardian's consent, in milliseconds and tries. */
export const guardianRules = {
  /** How long a code may be answered. */
  codeMs: 30 * 60_000,
  /** How long a child may register by an answer. */
  answerMs: 24 * 60 * 60_000,
  /** The window in which codes and wrong tries are counted. */
  windowMs: 60 * 60_000,
  mostCodes: 5,
  mostMisses: 5,
  /** Children of one guardian, so that the list shows every one, each with the way to end the consent. */
  mostWards: 20,
} as const;

/** 32 signs, none that looks like another; 8 of them make 2^40 codes. */
export const codeSigns = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** What keeps an answer from being given to a code; undefined when nothing does. */
export function refusalOfCode(
  asked: { openidDigest: string; expiresAt: string },
  isAnswered: boolean,
  guardian: { openidDigest: string },
  now: Date,
): 'GUARDIAN_SELF' | 'GUARDIAN_CODE_USED' | 'GUARDIAN_CODE_EXPIRED' | undefined {
  if (asked.openidDigest === guardian.openidDigest) return 'GUARDIAN_SELF';
  if (isAnswered) return 'GUARDIAN_CODE_USED';
  return asked.expiresAt <= now.toISOString() ? 'GUARDIAN_CODE_EXPIRED' : undefined;
}

/** Who consented to what, as a consent is stored and as it is asked for. */
interface Given {
  guardian?: string | undefined;
  relationship?: string | undefined;
  policyVersion?: string | undefined;
}

/** Whether it is the very consent that the same guardian gave, still to be used: its answer was lost. */
export const isGivenBy = (
  given: Given & { state: string; expiresAt: string },
  asked: Given,
  now: Date,
): boolean =>
  given.guardian === asked.guardian &&
  given.relationship === asked.relationship &&
  given.policyVersion === asked.policyVersion &&
  given.state === 'consented' &&
  given.expiresAt > now.toISOString();
