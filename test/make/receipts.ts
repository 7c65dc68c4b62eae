import { generateKeyPairSync, sign } from 'node:crypto';
import canonicalize from 'canonicalize';
import { GENESIS, nextRow, type LedgerEvent } from '../../cloudfunctions/domain/ledger';
import {
  purposeGranted,
  purposeWithdrawn,
  recipientGranted,
  recipientWithdrawn,
} from '../../cloudfunctions/domain/receipt/body';
import { choiceOf, membersOf, receiptOf } from '../../cloudfunctions/domain/receipt/receipt';
import { recipients } from '../../src/contracts/data-map/recipients';
import type { choiceEvents, Receipt } from '../../src/contracts/receipt';
import { coverOf } from './cover';

const { privateKey, publicKey: key } = generateKeyPairSync('ed25519');

/** The key of the platform that the receipts of tests are from. */
export const publicKey = key;

/** Signs with it. */
export const signer = {
  sign: (statement: object) =>
    sign(null, Buffer.from(canonicalize(statement) ?? ''), privateKey).toString('base64url'),
  publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64url'),
};
/** The policy that they cite, and how a row of the ledger cites it. */
export const policyDigest = 'a'.repeat(64);
export const policy = { version: '1', digest: policyDigest };
export const cited = { policyVersion: '1', policyDigest };
type Body = NonNullable<LedgerEvent['body']>;

const bodies: Record<(typeof choiceEvents)[number], Body> = {
  'consent.granted': purposeGranted('analytics', policy),
  'consent.withdrawn': purposeWithdrawn('locate', 3, policy),
  'sharing.granted': recipientGranted('visit', recipients.visit, policy),
  'sharing.withdrawn': recipientWithdrawn('survey', recipients.survey, 4, policy),
};

/** A receipt of one choice, or of what its row says in place of the usual. */
export function receiptFor(type: (typeof choiceEvents)[number], body: Body = bodies[type]): Receipt {
  const start = { seq: 6, head: GENESIS };
  const salt = 'c'.repeat(32);
  const row = nextRow('s-1', start, { type, body }, '2026-03-02T02:00:00.000Z', coverOf(salt));
  const choice = choiceOf({ ...row, content: { salt, body } });
  if (!choice) throw new Error('not a choice');
  return receiptOf(choice, '2026-03-03T02:00:00.000Z', signer);
}

/** The same receipt with another record, signed anew as only the platform could. */
export function withRecord(receipt: Receipt, change: Partial<Receipt['record']>): Receipt {
  const { seal, ...open } = { ...receipt, record: { ...receipt.record, ...change } };
  const statement = membersOf(open);
  return { ...open, seal: { ...seal, members: statement.members, signature: signer.sign(statement) } };
}
