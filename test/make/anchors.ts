import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import canonicalize from 'canonicalize';
import { GENESIS } from '../../cloudfunctions/domain/ledger';
import { dayAfter, type Anchor, type AnchorStatement } from '../../cloudfunctions/domain/ledger-anchors';
import { merkleTree } from '../../cloudfunctions/domain/merkle';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

/** The public half of the key that signs every anchor here, in PEM. */
export const anchorKey = publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** An anchor as the holder of the key would have signed it. */
export function signed({ signature: _, ...statement }: AnchorStatement & { signature?: string }): Anchor {
  const written = Buffer.from(canonicalize(statement) as string);
  return { ...statement, signature: sign(null, written, privateKey).toString('base64url') };
}

/** What an anchor is made of; by default an hour after its day, over no rows. */
export interface MadeAnchor {
  id: string;
  at?: string;
  commitments?: readonly string[];
}

/** A sound chain of anchors, from the first, reckoned without the code under test as far as its links go. */
export function anchorChain(...made: readonly MadeAnchor[]): Anchor[] {
  let previous = GENESIS;
  return made.map(({ id, at, commitments = [] }, index) => {
    const day = id.slice(0, 10);
    const tree = merkleTree();
    for (const commitment of commitments) tree.append(commitment);
    const statement: AnchorStatement = {
      _id: id,
      seq: index + 1,
      day,
      rows: commitments.length,
      root: tree.root(),
      previous,
      reason: 'day-over',
      anchoredAt: at ?? `${dayAfter(day)}T01:00:00.000Z`,
    };
    previous = createHash('sha256')
      .update(canonicalize(statement) as string)
      .digest('hex');
    return signed(statement);
  });
}

/** Four days, each anchored when it was over. */
export const fourDays = anchorChain(
  { id: '2026-03-01.1' },
  { id: '2026-03-02.1' },
  { id: '2026-03-03.1' },
  { id: '2026-03-04.1' },
) as [Anchor, Anchor, Anchor, Anchor];

/** The clock ran a year ahead after the first day, and was set back: what was made meanwhile no longer counts. */
export const setBack = anchorChain(
  { id: '2026-03-01.1' },
  { id: '2026-03-02.1', at: '2027-03-03T01:00:00.000Z' },
  { id: '2026-03-03.1', at: '2027-03-04T01:00:00.000Z' },
  { id: '2026-03-02.2' },
);
