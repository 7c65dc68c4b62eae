import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { setting } from './environment';
import { Fault } from './fault';

/** A subject's data key in memory: 32 bytes, for AES-256-GCM. Never stored, never logged. */
export type SubjectKey = Buffer & { readonly __subjectKey: unique symbol };

/** What stands in an account's `key` column once the key is destroyed. */
export const DESTROYED = 'destroyed';

const keyFrom = (text: string): Buffer => {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) throw new Fault('a key must be 32 bytes in base64');
  return key;
};

/** The master key wraps subject keys; it lives in the environment only and never enters the database. */
const masterKey = () => keyFrom(setting('MASTER_KEY'));

/** Encrypts with AES-256-GCM under a fresh nonce; the result is `nonce | ciphertext | tag` in base64url. */
export function encrypt(key: Buffer, associated: string, clear: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(associated));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
}

/** Reverses `encrypt`; throws when the key, the place or a single bit is not the one sealed. */
export function decrypt(key: Buffer, associated: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) throw new Fault('sealed value is too short');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(associated))
    .setAuthTag(bytes.subarray(bytes.length - 16));
  return Buffer.concat([decipher.update(bytes.subarray(12, bytes.length - 16)), decipher.final()]);
}

/** A new subject key, and the same key wrapped for the account's row. */
export function createSubjectKey(subject: string): { key: SubjectKey; wrapped: string } {
  const key = randomBytes(32) as unknown as SubjectKey;
  return { key, wrapped: `w1.${encrypt(masterKey(), `key|${subject}`, key)}` };
}

/** Opens a subject's key; throws when it was destroyed or belongs to another subject. */
export function openSubjectKey(subject: string, wrapped: string): SubjectKey {
  if (!wrapped.startsWith('w1.')) throw new Fault('subject key is destroyed or of an unknown form');
  return decrypt(masterKey(), `key|${subject}`, wrapped.slice(3)) as unknown as SubjectKey;
}

/** Names a wrapped key in a certificate without telling anything of it: SHA-256 in hex. */
export const keyFingerprint = (wrapped: string): string => createHash('sha256').update(wrapped).digest('hex');

/** The keyed digest by which a value is found without being stored; 43 characters of base64url. */
export const lookupDigest = (value: string): string =>
  createHmac('sha256', keyFrom(setting('LOOKUP_KEY')))
    .update(value)
    .digest('base64url');
