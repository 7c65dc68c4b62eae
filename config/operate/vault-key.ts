import { createECDH } from 'node:crypto';
import { VAULTED, vaultPlace, vaultSuite } from '../../cloudfunctions/platform/vault';

/** A vault's pair, raw P-256 keys in base64url. The private half is the operator's alone and never a function's. */
export interface VaultKeys {
  publicKey: string;
  privateKey: string;
}

/** Makes a pair for `VAULT_PUBLIC_KEY` and `VAULT_PRIVATE_KEY`. */
export function createVaultKeys(): VaultKeys {
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys('base64url');
  // OpenSSL leaves leading zeros out; RFC 9180 wants all 32 bytes.
  const privateKey = pair.getPrivateKey('hex').padStart(64, '0');
  return { publicKey, privateKey: Buffer.from(privateKey, 'hex').toString('base64url') };
}

/** Where a vaulted value lies. */
export interface VaultPlace {
  collection: string;
  id: string;
  field: string;
}

/** The text is no private key, or not the one that a value was sealed to. */
export class WrongKey extends Error {}

const imported = async (privateKey: string) =>
  (await vaultSuite()).kem
    .deserializePrivateKey(Buffer.from(privateKey, 'base64url'))
    .catch(() => Promise.reject(new WrongKey()));

/**
 * Rejects with `WrongKey` what cannot be a private key at all; only opening a value tells whether it is the right one.
 */
export async function checkPrivateKey(privateKey: string): Promise<void> {
  await imported(privateKey);
}

/**
 * Opens a vaulted value with the operator's private key; rejects with `WrongKey` when key, place or a single bit is
 * another.
 */
export async function openVaulted(
  { collection, id, field }: VaultPlace,
  sealed: string,
  privateKey: string,
): Promise<unknown> {
  const suite = await vaultSuite();
  const bytes = Buffer.from(sealed.slice(VAULTED.length), 'base64url');
  const { encSize } = suite.kem;
  const recipientKey = await imported(privateKey);
  const info = vaultPlace(collection, id, field);
  const clear = await suite
    .open({ recipientKey, enc: bytes.subarray(0, encSize), info }, bytes.subarray(encSize))
    .catch(() => Promise.reject(new WrongKey()));
  return JSON.parse(new TextDecoder().decode(clear)) as unknown;
}
