import { createHash } from 'node:crypto';
// RFC 8785, so that anyone can compute a receipt's digests again in any language.
import canonicalize from 'canonicalize';
import type { dataMap } from '../../src/contracts/data-map';
import type { Document } from '../../src/contracts/data-map/grammar';
import type { EventType } from '../../src/contracts/events';

/** Where a chain begins. */
export const GENESIS = '0'.repeat(64);

/** Length and head of a subject's chain. */
export interface Chain {
  seq: number;
  head: string;
}

/** Something to be proven later; `body` must be JSON. */
export interface LedgerEvent {
  type: EventType;
  body?: Readonly<Record<string, unknown>>;
}

/** What an event says, salted: without the salt, a short content could be guessed from its digest. */
export interface Content {
  salt: string;
  body: Readonly<Record<string, unknown>>;
}

/** One row of the chain as it lies in the database, its content sealed. */
export type StoredRow = Document<typeof dataMap.ledger>;

/** One row of the chain, in clear. */
export type LedgerRow = Omit<StoredRow, '_id' | 'content'> & { content?: Content };

/** How an event's content is covered: 16 random bytes in hex, and what seals it for the row of that id. */
export interface Cover {
  salt: string;
  seal: (content: Content, id: string) => string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The salted digest of a content in clear, or of nothing: what a person can reckon again from a receipt. */
export const contentDigest = (content: Content | undefined): string =>
  sha256((content && canonicalize(content)) ?? '');

/** The digest of a sealed content as it lies, or of nothing: what can be checked when its key is long gone. */
export const sealedDigest = (content: string | undefined): string => sha256(content ?? '');

/**
 * What a row commits to: its place, its time, the row before and its content, in clear and sealed. RFC 8785 writes a
 * list of texts and one whole number just as `JSON.stringify` does, and a verification does this a million times.
 */
export const commitmentOf = (row: Omit<StoredRow, '_id' | 'commitment' | 'content'>): string =>
  sha256(JSON.stringify([row.subject, row.seq, row.type, row.at, row.previous, row.digest, row.sealed]));

/** The next row of a chain, ready to be stored; the cover is not used for an event without content. */
export function nextRow(
  subject: string,
  chain: Chain,
  event: LedgerEvent,
  at: string,
  { salt, seal }: Cover,
): StoredRow {
  const seq = chain.seq + 1;
  const _id = `${subject}.${String(seq)}`;
  const clear = event.body ? { salt, body: event.body } : undefined;
  const content = clear && seal(clear, _id);
  const head = {
    subject,
    seq,
    type: event.type,
    at,
    previous: chain.head,
    digest: contentDigest(clear),
    sealed: sealedDigest(content),
  };
  return { _id, ...head, commitment: commitmentOf(head), ...(content !== undefined && { content }) };
}

/** What can be wrong with a row where it stands. */
export type RowFault = 'gap' | 'link' | 'commitment' | 'content';

/** The chain with one more row, or why the row does not follow. */
export function followed(chain: Chain, row: StoredRow): Chain | RowFault {
  if (row.seq !== chain.seq + 1) return 'gap';
  if (row.previous !== chain.head) return 'link';
  if (row.commitment !== commitmentOf(row)) return 'commitment';
  if (row.sealed !== sealedDigest(row.content)) return 'content';
  return { seq: row.seq, head: row.commitment };
}

/** A chain's verdict: intact, or the first row that does not follow from the one before. */
export type Verdict = { intact: true } | { intact: false; seq: number; fault: RowFault };

/** Checks one subject's rows, in order of `seq` from 1. */
export function verifyChain(rows: readonly StoredRow[]): Verdict {
  let chain: Chain = { seq: 0, head: GENESIS };
  for (const row of rows) {
    const next = followed(chain, row);
    if (typeof next === 'string') return { intact: false, seq: chain.seq + 1, fault: next };
    chain = next;
  }
  return { intact: true };
}
