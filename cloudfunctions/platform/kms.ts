import { CommonClient } from 'tencentcloud-sdk-nodejs-common';

/** The API version of Tencent Cloud KMS that `Decrypt` belongs to. */
const VERSION = '2019-01-18';
const SECONDS = 10;

/** Where KMS is, and who asks. */
export interface KmsAccess {
  /** A host, reached over HTTPS; only a test says `http://`. */
  endpoint: string;
  region: string;
  secretId: string;
  secretKey: string;
  /** Of a function's own role; empty for a lasting key pair. */
  token: string;
}

/**
 * What KMS answered: the plaintext in base64, or its error's code, never its message, which may quote what was sent.
 */
export type KmsAnswer = { plaintext: string } | { code: string };

/**
 * Has Tencent Cloud KMS decrypt a ciphertext. Bundled by itself and loaded only where it is configured, so it shares no
 * class with the rest and throws nothing of ours.
 */
export async function decryptByKms(access: KmsAccess, ciphertext: string): Promise<KmsAnswer> {
  const { endpoint, region, secretId, secretKey, token } = access;
  const [, protocol = 'https://', host = ''] = /^(https?:\/\/)?([^/]+)\/?$/.exec(endpoint) ?? [];
  if (host === '') return { code: 'KMS_ENDPOINT is not a host' };
  const client = new CommonClient(host, VERSION, {
    credential: { secretId, secretKey, ...(token !== '' && { token }) },
    region,
    profile: { httpProfile: { endpoint: host, protocol, reqTimeout: SECONDS } },
  });
  try {
    const answer = (await client.request('Decrypt', { CiphertextBlob: ciphertext })) as {
      Plaintext?: unknown;
    };
    return typeof answer.Plaintext === 'string'
      ? { plaintext: answer.Plaintext }
      : { code: 'answered no plaintext' };
  } catch (error) {
    const { code } = error as { code?: unknown };
    return { code: typeof code === 'string' && code !== '' ? code : 'no answer' };
  }
}
