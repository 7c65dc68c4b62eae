import { createHash } from 'node:crypto';
import { setting, settingOr } from './environment';
import { Fault } from './fault';

/**
 * A key that wraps subject keys: 32 bytes, and the fingerprint by which wrapped keys name it. Never stored, never
 * logged.
 */
export interface MasterKey {
  /** First 16 hex digits of the SHA-256 of its bytes. */
  readonly id: string;
  readonly bytes: Buffer;
}

/** The master key in use, and the former one while a rotation is under way. */
export interface MasterKeys {
  readonly current: MasterKey;
  readonly previous?: MasterKey;
}

/** Decrypts what a key management service encrypted: ciphertext in base64 to the plaintext in base64. */
export type Unwrap = (ciphertext: string) => Promise<string>;

/** Reads a key of 32 bytes from base64. Throws a `Fault` for any other length. */
export function keyFrom(text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) throw new Fault('a key must be 32 bytes in base64');
  return key;
}

/** A master key from its base64. */
export function masterKeyFrom(text: string): MasterKey {
  const bytes = keyFrom(text);
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 16), bytes };
}

/** Parsed once for each text that a setting held: parsing for every call would be most of the work of opening a key. */
const parsed = new Map<string, MasterKey>();
function remembered(text: string): MasterKey {
  const known = parsed.get(text) ?? masterKeyFrom(text);
  parsed.set(text, known);
  return known;
}

/** The master keys that stand in the environment itself. Throws a `Fault` that names a missing or malformed setting. */
export function keysOfEnvironment(): MasterKeys {
  const [current, previous] = [settingOr('MASTER_KEY', ''), settingOr('MASTER_KEY_PREVIOUS', '')];
  if (current === '') throw new Fault('environment variable MASTER_KEY is not set');
  return { current: remembered(current), ...(previous !== '' && { previous: remembered(previous) }) };
}

/** Answers of the key management service, by ciphertext: asked once a process, and again only after a failure. */
const unwrapped = new Map<string, Promise<string>>();

function once(ciphertext: string, unwrap: Unwrap): Promise<string> {
  const known = unwrapped.get(ciphertext);
  if (known) return known;
  const asked = unwrap(ciphertext).catch((error: unknown) => {
    unwrapped.delete(ciphertext);
    throw error;
  });
  unwrapped.set(ciphertext, asked);
  return asked;
}

// Loaded only where it is configured: a cold start must not pay for a client that it does not use.
const byKms: Unwrap = async (ciphertext) => {
  const { decryptByKms } = await import('./kms');
  const answer = await decryptByKms(
    {
      endpoint: settingOr('KMS_ENDPOINT', 'kms.tencentcloudapi.com'),
      region: settingOr('KMS_REGION', settingOr('TENCENTCLOUD_REGION', 'ap-shanghai')),
      secretId: setting('TENCENTCLOUD_SECRETID'),
      secretKey: setting('TENCENTCLOUD_SECRETKEY'),
      token: settingOr('TENCENTCLOUD_SESSIONTOKEN', ''),
    },
    ciphertext,
  );
  if ('code' in answer) throw new Fault(`KMS: ${answer.code}`);
  return answer.plaintext;
};

async function keyOf(name: string, unwrap: Unwrap): Promise<MasterKey | undefined> {
  const plain = settingOr(name, '');
  const ciphertext = settingOr(`${name}_KMS`, '');
  if (plain !== '' && ciphertext !== '') throw new Fault(`both ${name} and ${name}_KMS are set`);
  if (plain !== '') return remembered(plain);
  return ciphertext === '' ? undefined : remembered(await once(ciphertext, unwrap));
}

/**
 * The master keys of this process: `MASTER_KEY` (base64 of 32 bytes) or `MASTER_KEY_KMS` (what Tencent Cloud KMS made
 * of them), and the same with `MASTER_KEY_PREVIOUS` while a rotation is under way. Throws a `Fault` that names the
 * setting.
 */
export async function masterKeys(unwrap: Unwrap = byKms): Promise<MasterKeys> {
  const current = await keyOf('MASTER_KEY', unwrap);
  if (!current) throw new Fault('environment variable MASTER_KEY is not set');
  const previous = await keyOf('MASTER_KEY_PREVIOUS', unwrap);
  return { current, ...(previous && { previous }) };
}
