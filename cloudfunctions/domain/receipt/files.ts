import type { LedgerRow } from '../ledger';
import checker from './checker/files.json';
import { choiceOf, receiptOf, type Signer } from './receipt';

/** A receipt can hardly be packed, and a copy has to fit into one answer; an older one is fetched by itself. */
export const MOST_RECEIPTS = 300;

/**
 * A person's newest choices as receipts, newest first, and beside them what checks them without us, by file name. Older
 * choices stand in the copy's ledger like all others; their receipts are asked for one by one (`consent.receipt`).
 */
export function receiptFiles(
  rows: readonly LedgerRow[],
  issued: string,
  signer: Signer,
): Record<string, string> {
  const choices = rows.flatMap((row) => choiceOf(row) ?? []);
  const newest = choices.sort((one, other) => other.seq - one.seq).slice(0, MOST_RECEIPTS);
  const receipts = newest.map((choice) => receiptOf(choice, issued, signer));
  return { 'receipts.json': JSON.stringify({ receipts }, null, 2), ...checker };
}
