import { createHash, createPublicKey, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { dataMap } from '../../src/contracts/data-map';
import type { Document } from '../../src/contracts/data-map/grammar';
import { GENESIS } from './ledger';
import type { Collector } from './ledger-findings';

/** The anchor of one day as it lies in the database. */
export type Anchor = Document<typeof dataMap.anchors>;

/** What an anchor's signature covers, and its digest in the anchor after. */
export type AnchorStatement = Omit<Anchor, 'signature'>;

const DAY_MS = 24 * 60 * 60_000;

/**
 * A day is over for the ledger half an hour after midnight UTC: a function runs for at most 15 minutes, and a row bears
 * the time at which its call began.
 */
const GRACE_MS = 30 * 60_000;

/** The UTC day of an instant, `YYYY-MM-DD`. */
export const dayOf = (instant: string): string => instant.slice(0, 10);

/** The day after. */
export const dayAfter = (day: string): string =>
  dayOf(new Date(Date.parse(`${day}T00:00:00.000Z`) + DAY_MS).toISOString());

/** The newest day that gets no more rows. */
export const lastFinishedDay = (now: Date): string =>
  dayOf(new Date(now.getTime() - GRACE_MS - DAY_MS).toISOString());

/** An anchor without its signature, and nothing that the schema does not name. */
export function statementOf(anchor: AnchorStatement): AnchorStatement {
  const { _id, seq, day, rows, root, previous, reason, anchoredAt } = anchor;
  return { _id, seq, day, rows, root, previous, reason, anchoredAt };
}

/** The RFC 8785 form of an anchor's statement, which an object always has. */
const written = (anchor: AnchorStatement): string => canonicalize(statementOf(anchor)) as string;

/** SHA-256 over the RFC 8785 form of an anchor's statement, in hex: what the next anchor holds as `previous`. */
export const anchorDigest = (anchor: AnchorStatement): string =>
  createHash('sha256').update(written(anchor)).digest('hex');

/** The `n` of an anchor's `_id`, `<day>.<n>`. */
export const timesAnchored = ({ _id }: Pick<Anchor, '_id'>): number => Number(_id.split('.')[1]);

/**
 * The anchors that count, in the order they were made, from all in the order of `seq`. One made in the future of `now`
 * does not, nor one after which another was made at an earlier time: its clock had run ahead, so that its day was not
 * over. What is left moves forward in time, so its last day is how far the ledger is anchored.
 */
export function countingAnchors(anchors: readonly Anchor[], now: Date): Anchor[] {
  let earliest = now.toISOString();
  const counting: Anchor[] = [];
  for (const anchor of [...anchors].reverse()) {
    if (anchor.anchoredAt > earliest) continue;
    earliest = anchor.anchoredAt;
    counting.push(anchor);
  }
  return counting.reverse();
}

/** Whether the holder of a key, in PEM, signed an anchor. A signature that is no signature is a no. */
export const isSignedBy = (anchor: Anchor, publicKey: string): boolean =>
  verify(
    null,
    Buffer.from(written(anchor)),
    createPublicKey(publicKey),
    Buffer.from(anchor.signature, 'base64url'),
  );

/**
 * Checks the chain of anchors, all that there are in the order of `seq`, and answers those that count. What lies before
 * the first that counts has been superseded or has outlived its life, and is not asked for.
 */
export function checkAnchors(
  anchors: readonly Anchor[],
  now: Date,
  publicKey: string | undefined,
  { add }: Pick<Collector, 'add'>,
): Anchor[] {
  const counting = countingAnchors(anchors, now);
  const first = counting[0]?.seq ?? Infinity;
  let before: Anchor | undefined;
  for (const anchor of anchors) {
    const { _id, seq, day, previous } = anchor;
    if (before && before.seq >= first && seq !== before.seq + 1) add('anchor-gap', _id);
    else if (before && seq === before.seq + 1 && previous !== anchorDigest(before))
      add('anchor-altered', before._id);
    if (seq === 1 && previous !== GENESIS) add('anchor-altered', _id);
    if (!_id.startsWith(`${day}.`)) add('anchor-altered', _id);
    if (publicKey !== undefined && !isSignedBy(anchor, publicKey)) add('anchor-signature', _id);
    before = anchor;
  }
  return counting;
}
