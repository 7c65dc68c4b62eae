/**
 * Everything that can be wrong with the ledger, and what it speaks against: that what is there is unaltered, or that
 * nothing is missing.
 */
export const ledgerFaults = {
  /** The row's name says another subject or number than the row itself. */
  place: 'altered',
  /** A row is missing before this one. */
  gap: 'missing',
  /** The row does not follow from the one before. */
  link: 'altered',
  /** The row is not what its commitment says. */
  commitment: 'altered',
  /** The sealed content is not the one that the row commits to. */
  content: 'altered',
  /** A row too many: the account, or the numbering, does not know it. */
  extra: 'altered',
  /** The account names another last row than the chain has. */
  head: 'altered',
  /** The account knows more rows than there are. */
  tail: 'missing',
  /** An account or a certificate without any row. */
  chain: 'missing',
  /** Nobody's account, and yet the chain was never closed. */
  unclosed: 'missing',
  /** The chain is closed, and neither a certificate nor an erasure under way says by whom. */
  uncertified: 'missing',
  /** As many rows as anchored, and yet another root. */
  'day-altered': 'altered',
  /** More rows than anchored. */
  'day-extra': 'altered',
  /** Fewer rows than anchored. */
  'day-short': 'missing',
  /** Rows of a day that must have an anchor and has none. */
  'day-unanchored': 'missing',
  /** The anchor is not what the one after it says, or misnames itself. */
  'anchor-altered': 'altered',
  'anchor-signature': 'altered',
  /** An anchor is missing before this one. */
  'anchor-gap': 'missing',
} as const satisfies Record<string, 'altered' | 'missing'>;

/** A kind of fault. */
export type LedgerFault = keyof typeof ledgerFaults;

/** A fault and where: a row as `<subject>.<seq>`, a day, or an anchor as `<day>.<n>`. */
export interface Finding {
  fault: LedgerFault;
  place: string;
}

/** What a verification found; `findings` holds the first of them, `faults` how many there are. */
export interface Findings {
  /** What is there is unaltered. */
  intact: boolean;
  /** Nothing is missing. */
  complete: boolean;
  faults: number;
  findings: readonly Finding[];
}

/** Enough to see what happened; a ledger that is wrong everywhere must not fill the memory. */
const MOST_KEPT = 20;

/** Collects findings in constant memory. */
export function collectFindings() {
  const kept: Finding[] = [];
  const against = new Set<'altered' | 'missing'>();
  let faults = 0;
  return {
    add(fault: LedgerFault, place: string) {
      faults += 1;
      against.add(ledgerFaults[fault]);
      if (kept.length < MOST_KEPT) kept.push({ fault, place });
    },
    isFull: () => kept.length >= MOST_KEPT,
    result: (): Findings => ({
      intact: !against.has('altered'),
      complete: !against.has('missing'),
      faults,
      findings: kept,
    }),
  };
}

/** Where findings go. */
export type Collector = ReturnType<typeof collectFindings>;

/** Two parts of a verification as one. */
export const together = (a: Findings, b: Findings): Findings => ({
  intact: a.intact && b.intact,
  complete: a.complete && b.complete,
  faults: a.faults + b.faults,
  findings: [...a.findings, ...b.findings].slice(0, MOST_KEPT),
});
