import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { setting } from './environment';
import { Fault } from './fault';
import { keyFrom, keysOfEnvironment, type MasterKey, type MasterKeys } from './master-key';
import { Unreadable } from './unreadable';

/** A subject's data key in memory: 32 bytes, for AES-256-GCM. Never stored, never logged. */
export type SubjectKey = Buffer & { readonly __subjectKey: unique symbol };

/** What stands in an account's `key` column once the key is destroyed. */
export const DESTROYED = 'destroyed';

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
  if (bytes.length < 28) throw new Fault('a sealed value is too short');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(associated))
    .setAuthTag(bytes.subarray(bytes.length - 16));
  return Buffer.concat([decipher.update(bytes.subarray(12, bytes.length - 16)), decipher.final()]);
}

/** A subject key as it is stored: `w2.<master key's id>.<ciphertext>`. */
export interface WrappedKey {
  wrapped: string;
  /** The id of the master key that wrapped it. */
  wrappedBy: string;
}

const associatedWith = (subject: string) => `key|${subject}`;

/** Wraps a subject's key under a master key; the result opens for that subject only. */
export const wrapKey = (master: MasterKey, subject: string, key: SubjectKey): WrappedKey => ({
  wrapped: `w2.${master.id}.${encrypt(master.bytes, associatedWith(subject), key)}`,
  wrappedBy: master.id,
});

/** A new subject key, and the same key wrapped. */
export function createSubjectKey(
  subject: string,
  { current }: MasterKeys = keysOfEnvironment(),
): WrappedKey & { key: SubjectKey } {
  const key = randomBytes(32) as unknown as SubjectKey;
  return { key, ...wrapKey(current, subject, key) };
}

/** The master keys that may have wrapped it, and the ciphertext; `w1.` is the form from before keys were named. */
function partsOf(wrapped: string, { current, previous }: MasterKeys): [readonly MasterKey[], string] {
  const known = previous ? [current, previous] : [current];
  const [form, id = '', ciphertext = ''] = wrapped.split('.');
  if (form === 'w1') return [known, id];
  if (form !== 'w2') throw new Unreadable('DATA_DAMAGED', 'a subject key is of an unknown form');
  const named = known.filter((master) => master.id === id);
  // The operator's mistake, not the person's row: nothing is lost, and the right key opens everything again.
  if (named.length === 0) throw new Fault('no master key of this process has wrapped a subject key');
  return [named, ciphertext];
}

/**
 * Opens a subject's key with the master key that wrapped it. Throws `Unreadable` when it was destroyed, belongs to
 * another subject or was altered, and a `Fault` when this process does not have that master key.
 */
export function openSubjectKey(
  subject: string,
  wrapped: string,
  masters: MasterKeys = keysOfEnvironment(),
): SubjectKey {
  if (wrapped === DESTROYED) throw new Unreadable('ERASED', 'a subject key is destroyed');
  const [candidates, ciphertext] = partsOf(wrapped, masters);
  for (const { bytes } of candidates) {
    try {
      return decrypt(bytes, associatedWith(subject), ciphertext) as unknown as SubjectKey;
    } catch {
      // Another one may have wrapped it; what none opens is told below.
    }
  }
  throw new Unreadable('DATA_DAMAGED', 'a subject key does not open');
}

/** The same key under the current master key; undefined where these master keys do not open it. */
export function rewrapKey(subject: string, wrapped: string, masters: MasterKeys): WrappedKey | undefined {
  try {
    return wrapKey(masters.current, subject, openSubjectKey(subject, wrapped, masters));
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

const REFERENCE = 'v1.';

/** What stands in an account's `key` column while the key itself lies in the vault's own environment. */
export const keyReference = (fingerprint: string): string => `${REFERENCE}${fingerprint}`;

/** The fingerprint in such a column; undefined where the column holds the key itself, or none. */
export const referenceOf = (column: string): string | undefined =>
  column.startsWith(REFERENCE) ? column.slice(REFERENCE.length) : undefined;

/** Names a subject's key in a certificate, the same however it is wrapped, and tells nothing of it: SHA-256 in hex. */
export const keyFingerprint = (key: SubjectKey): string =>
  createHash('sha256').update('fingerprint|').update(key).digest('hex');

/** Names a wrapped key that does not open any more: SHA-256 in hex. A change of master key changes it. */
export const wrappedFingerprint = (wrapped: string): string =>
  createHash('sha256').update(wrapped).digest('hex');

/** The keyed digest by which a value is found without being stored; 43 characters of base64url. */
export const lookupDigest = (value: string): string =>
  createHmac('sha256', keyFrom(setting('LOOKUP_KEY')))
    .update(value)
    .digest('base64url');
