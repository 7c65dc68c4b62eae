/** An answer that does not stand, or no longer; its words go with it. */
export const NO_ANSWER = {
  decision: null,
  decidedAt: null,
  reasonCode: null,
  reply: null,
  alternative: null,
  availableUntil: null,
  fee: null,
  items: null,
} as const;

/** What a colleague proposes is nobody's to read before another has endorsed it (P20). */
export const withoutProposal = <R extends { state?: unknown }>(facts: R): R => {
  if (facts.state !== 'seconding') return facts;
  const kept = Object.entries(facts).filter(([name]) => !Object.hasOwn(NO_ANSWER, name));
  return Object.fromEntries(kept) as R;
};
