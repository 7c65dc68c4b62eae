import { createHash } from 'node:crypto';
// RFC 8785, so that anyone can compute a receipt's digests again in any language.
import canonicalize from 'canonicalize';
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

/** One row of the chain, in clear. */
export interface LedgerRow {
  subject: string;
  seq: number;
  type: EventType;
  at: string;
  previous: string;
  digest: string;
  commitment: string;
  content?: { salt: string; body: Readonly<Record<string, unknown>> };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The salted digest of a content, or of nothing: without the salt, a short content could be guessed from it. */
export const contentDigest = (content: LedgerRow['content']): string =>
  sha256((content && canonicalize(content)) ?? '');

/**
 * What a row commits to: its place, its time, the row before and the digest of its content. RFC 8785 writes a list of
 * texts and one whole number just as `JSON.stringify` does, and a verification does this a million times.
 */
export const commitmentOf = (row: Omit<LedgerRow, 'commitment' | 'content'>): string =>
  sha256(JSON.stringify([row.subject, row.seq, row.type, row.at, row.previous, row.digest]));

/** The next row of a chain; `salt` is 16 random bytes in hex, or absent for an event without content. */
export function nextRow(
  subject: string,
  chain: Chain,
  event: LedgerEvent,
  at: string,
  salt: string,
): LedgerRow {
  const content = event.body ? { salt, body: event.body } : undefined;
  const head = {
    subject,
    seq: chain.seq + 1,
    type: event.type,
    at,
    previous: chain.head,
    digest: contentDigest(content),
  };
  return { ...head, commitment: commitmentOf(head), ...(content && { content }) };
}

/** What can be wrong with a row where it stands. */
export type RowFault = 'gap' | 'link' | 'commitment' | 'content';

/** The chain with one more row, or why the row does not follow. Its content is checked where the row carries it. */
export function followed(chain: Chain, row: LedgerRow): Chain | RowFault {
  if (row.seq !== chain.seq + 1) return 'gap';
  if (row.previous !== chain.head) return 'link';
  if (row.commitment !== commitmentOf(row)) return 'commitment';
  if (row.content && row.digest !== contentDigest(row.content)) return 'content';
  return { seq: row.seq, head: row.commitment };
}

/** A chain's verdict: intact, or the first row that does not follow from the one before. */
export type Verdict = { intact: true } | { intact: false; seq: number; fault: RowFault };

/** Checks one subject's rows, in order of `seq` from 1. */
export function verifyChain(rows: readonly LedgerRow[]): Verdict {
  let chain: Chain = { seq: 0, head: GENESIS };
  for (const row of rows) {
    const next = followed(chain, row);
    if (typeof next === 'string') return { intact: false, seq: chain.seq + 1, fault: next };
    chain = next;
  }
  return { intact: true };
}
