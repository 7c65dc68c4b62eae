import type { Collection, Document, Facts } from '../../src/contracts/data-map/grammar';
import { setting } from './environment';
import { sealFacts } from './sealing';

/** Names the form of a vaulted value: encapsulated key and ciphertext of RFC 9180, base mode, in base64url. */
export const VAULTED = 'v1.';

/** Binds a value to its place, so that one moved to another row or field does not open. */
export const vaultPlace = (collection: string, id: string, field: string) =>
  new TextEncoder().encode(`${collection}|${id}|${field}`);

/** DHKEM(P-256), HKDF-SHA256 and AES-256-GCM: what Node's own WebCrypto has. Loaded when the first value is sealed. */
export async function vaultSuite() {
  const { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } = await import('@hpke/core');
  return new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

/**
 * The operator's public key from its setting: an uncompressed point of P-256 in base64url. Rejects what is none, or not
 * on the curve.
 */
export const vaultKeyFrom = async (publicKey: string) =>
  (await vaultSuite()).kem.deserializePublicKey(Buffer.from(publicKey, 'base64url'));

async function seal(
  collection: string,
  id: string,
  field: string,
  value: unknown,
  publicKey: string,
): Promise<string> {
  const suite = await vaultSuite();
  const sealed = await suite.seal(
    { recipientPublicKey: await vaultKeyFrom(publicKey), info: vaultPlace(collection, id, field) },
    new TextEncoder().encode(JSON.stringify(value)),
  );
  return `${VAULTED}${Buffer.concat([Buffer.from(sealed.enc), Buffer.from(sealed.ct)]).toString('base64url')}`;
}

/**
 * A row ready to be stored, its `vault` fields sealed to the operator's public key (`VAULT_PUBLIC_KEY`): from here on
 * no function can read them, this one included (P36). Its other fields must need no subject's key.
 */
export async function vaultRow<C extends Collection>(
  collection: C,
  id: string,
  facts: Facts<C>,
): Promise<Document<C>> {
  const given = Object.entries(facts).filter(([, value]) => value !== undefined);
  const isVaulted = ([name]: [string, unknown]) => collection.fields[name]?.store === 'vault';
  const open = Object.fromEntries(given.filter((entry) => !isVaulted(entry))) as Partial<Facts<C>>;
  const publicKey = setting('VAULT_PUBLIC_KEY');
  const vaulted = await Promise.all(
    given
      .filter(isVaulted)
      .map(async ([name, value]) => [name, await seal(collection.name, id, name, value, publicKey)] as const),
  );
  return { _id: id, ...sealFacts(collection, id, open), ...Object.fromEntries(vaulted) } as Document<C>;
}
