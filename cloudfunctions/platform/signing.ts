import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import { setting } from './environment';

/** PKCS #8 head of an Ed25519 private key, before its 32-byte seed (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

const parsed = new Map<string, KeyObject>();

/** Parsed once a process: a night of erasures signs a certificate a person. */
function privateKey(): KeyObject {
  const seed = setting('SIGNING_KEY');
  const known =
    parsed.get(seed) ??
    createPrivateKey({
      key: Buffer.concat([PKCS8, Buffer.from(seed, 'base64')]),
      format: 'der',
      type: 'pkcs8',
    });
  parsed.set(seed, known);
  return known;
}

/** Ed25519 over the RFC 8785 form of a statement, in base64url; anyone with the public key can check it. */
export const signStatement = (statement: object): string =>
  sign(null, Buffer.from(canonicalize(statement) ?? ''), privateKey()).toString('base64url');

/** The public half, in PEM, to be published with the certificates. */
export const publicKey = (): string =>
  createPublicKey(privateKey()).export({ type: 'spki', format: 'pem' }).toString();

/** The length of an Ed25519 public key; it ends its DER form (RFC 8410). */
const RAW_LENGTH = 32;

/** The public half alone, 32 bytes in base64url, as a receipt carries it. */
export const publicKeyBytes = (): string =>
  createPublicKey(privateKey())
    .export({ type: 'spki', format: 'der' })
    .subarray(-RAW_LENGTH)
    .toString('base64url');
