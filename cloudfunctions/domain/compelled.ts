import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** A disclosure under law against what the ledger swore of it when it was made. */
export type CompelledVerdict = 'intact' | 'altered' | 'outlived' | 'missing' | 'unproven';

/** What the ledger's event says of a disclosure: the digest of its row, and when it was made. */
export interface Oath {
  digest: string;
  at: string;
}

/** The digest of a whole row, every column: what the ledger's event holds. */
export const rowDigest = (row: object): string =>
  createHash('sha256')
    .update(canonicalize(row) ?? '')
    .digest('hex');

/**
 * The verdict on each disclosure under law: `sworn` is the ledger's word by disclosure, `rows` what lies in the
 * database, `horizon` the instant before which a row's life is over (PIPL 56 has it kept three years, 19 no longer than
 * needed). A changed, a removed and a slipped-in row each show (P22); one that merely outlived its life is no alarm.
 */
export function judged<R extends { _id: string }, O extends Oath>(
  sworn: ReadonlyMap<string, O>,
  rows: readonly R[],
  horizon: string,
): { id: string; row?: R; oath?: O; verdict: CompelledVerdict }[] {
  const byId = new Map(rows.map((row) => [row._id, row]));
  const verdictOf = ({ digest, at }: O, row: R | undefined): CompelledVerdict => {
    if (row) return rowDigest(row) === digest ? 'intact' : 'altered';
    return at < horizon ? 'outlived' : 'missing';
  };
  const proven = [...sworn].map(([id, oath]) => {
    const row = byId.get(id);
    return { id, ...(row && { row }), oath, verdict: verdictOf(oath, row) };
  });
  const unproven = rows
    .filter(({ _id }) => !sworn.has(_id))
    .map((row) => ({ id: row._id, row, verdict: 'unproven' as const }));
  return [...proven, ...unproven];
}
