import type { Collection, KeptIndex } from '../store/catalogue';
import type { Transaction } from './transaction';

const documentName = (collection: Collection, key: Buffer) =>
  `d${String(collection.id)}:${key.toString('latin1')}`;
const uniqueName = (index: KeptIndex, key: Buffer) => `u${String(index.id)}:${key.toString('latin1')}`;

/** Documents written and unique keys taken by open transactions: each belongs to one of them until it ends. */
export class Claims {
  readonly #documents = new Map<string, Transaction>();
  readonly #uniqueKeys = new Map<string, { owner: Transaction; document: Buffer }>();

  ownerOf(collection: Collection, key: Buffer): Transaction | undefined {
    return this.#documents.get(documentName(collection, key));
  }

  uniqueKey(index: KeptIndex, key: Buffer): { owner: Transaction; document: Buffer } | undefined {
    return this.#uniqueKeys.get(uniqueName(index, key));
  }

  claim(owner: Transaction, collection: Collection, key: Buffer): void {
    this.#documents.set(documentName(collection, key), owner);
  }

  /** Takes the unique keys of a document's new version, giving up those of the version before. */
  claimUniqueKeys(
    owner: Transaction,
    document: Buffer,
    keys: readonly { index: KeptIndex; key: Buffer }[],
  ): void {
    this.#forgetUniqueKeys((claim) => claim.owner === owner && claim.document.equals(document));
    for (const { index, key } of keys) this.#uniqueKeys.set(uniqueName(index, key), { owner, document });
  }

  releaseAll(owner: Transaction): void {
    for (const [name, holder] of this.#documents) if (holder === owner) this.#documents.delete(name);
    this.#forgetUniqueKeys((claim) => claim.owner === owner);
  }

  #forgetUniqueKeys(isGone: (claim: { owner: Transaction; document: Buffer }) => boolean): void {
    for (const [name, claim] of this.#uniqueKeys) if (isGone(claim)) this.#uniqueKeys.delete(name);
  }
}
