import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** A disclosure under law against what the ledger swore of it when it was made. */
export type CompelledVerdict = 'intact' | 'altered' | 'missing' | 'unproven';

/** The digest of a whole row, every column: what the ledger's event holds. */
export const rowDigest = (row: object): string =>
  createHash('sha256')
    .update(canonicalize(row) ?? '')
    .digest('hex');

/**
 * The verdict on each disclosure under law: `sworn` are the ledger's digests by disclosure, `rows` what lies in the
 * database. A changed, a removed and a slipped-in row each show (P22).
 */
export function judged<R extends { _id: string }>(
  sworn: ReadonlyMap<string, string>,
  rows: readonly R[],
): { id: string; row?: R; verdict: CompelledVerdict }[] {
  const byId = new Map(rows.map((row) => [row._id, row]));
  const proven = [...sworn].map(([id, digest]) => {
    const row = byId.get(id);
    if (!row) return { id, verdict: 'missing' as const };
    return { id, row, verdict: rowDigest(row) === digest ? ('intact' as const) : ('altered' as const) };
  });
  const unproven = rows
    .filter(({ _id }) => !sworn.has(_id))
    .map((row) => ({ id: row._id, row, verdict: 'unproven' as const }));
  return [...proven, ...unproven];
}
