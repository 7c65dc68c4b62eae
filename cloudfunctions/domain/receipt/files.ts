import type { LedgerRow } from '../ledger';
import checker from './checker/files.json';
import { choiceOf, receiptOf, type Signer } from './receipt';

/** Every choice in a person's ledger as a receipt, and beside them what checks them without us, by file name. */
export function receiptFiles(
  rows: readonly LedgerRow[],
  issued: string,
  signer: Signer,
): Record<string, string> {
  const receipts = rows.flatMap((row) => {
    const choice = choiceOf(row);
    return choice ? [receiptOf(choice, issued, signer)] : [];
  });
  return { 'receipts.json': JSON.stringify({ receipts }, null, 2), ...checker };
}
