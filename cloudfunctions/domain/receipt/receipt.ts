import { createHash } from 'node:crypto';
// RFC 8785, so that anyone can compute the digests again in any language.
import canonicalize from 'canonicalize';
import * as z from 'zod/mini';
import { choiceBody, choiceEvents, type Receipt } from '../../../src/contracts/receipt';
import type { LedgerRow } from '../ledger';
import { recordOf } from './record';

/** What the ledger may hold of a choice: about a purpose, or about a recipient. */
const chosen = z.object({
  type: z.enum(choiceEvents),
  content: z.object({
    salt: z.string(),
    body: z.union([
      z.extend(choiceBody, { purpose: z.string() }),
      z.extend(choiceBody, { recipient: z.string() }),
    ]),
  }),
});

/** A choice of the ledger with what it is about. */
export type ChoiceRow = LedgerRow & z.infer<typeof chosen> & { purpose: string };

/** Reads an opened ledger row as a choice; undefined when it is none. */
export function choiceOf(row: LedgerRow): ChoiceRow | undefined {
  const parsed = chosen.safeParse(row);
  if (!parsed.success) return undefined;
  const { type, content } = parsed.data;
  const { body } = content;
  const purpose = 'purpose' in body ? body.purpose : body.recipient;
  return { ...row, type, content, purpose: String(purpose) };
}

const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');

/** What is signed: a digest of every member, so that a changed one can be named. */
export interface SealedMembers {
  type: 'consent-receipt';
  members: Record<string, string>;
}

/** The digests of a receipt's members; those of the record by `record.<name>`. */
export function membersOf({ record, ...flat }: Omit<Receipt, 'seal'>): SealedMembers {
  const named = [
    ...Object.entries(flat),
    ...Object.entries(record).map(([name, value]): [string, unknown] => [`record.${name}`, value]),
  ];
  return {
    type: 'consent-receipt',
    members: Object.fromEntries(named.map(([name, value]) => [name, digestOf(value)])),
  };
}

/** How a receipt gets its signature. */
export interface Signer {
  sign: (statement: object) => string;
  /** 32 bytes in base64url. */
  publicKey: string;
}

/** The receipt of a choice, sealed. */
export function receiptOf(row: ChoiceRow, issued: string, { sign, publicKey }: Signer): Receipt {
  const { subject, seq, type, at, digest, sealed, previous, commitment, content, purpose } = row;
  const { salt, body } = content;
  const place = { subject, seq, type, at };
  const open = {
    id: String(seq),
    ...place,
    purpose,
    policyVersion: body.policyVersion,
    policyDigest: body.policyDigest,
    body,
    salt,
    digest,
    sealed,
    previous,
    commitment,
    record: recordOf({ ...place, body }, issued),
  };
  const statement = membersOf(open);
  return { ...open, seal: { members: statement.members, publicKey, signature: sign(statement) } };
}
