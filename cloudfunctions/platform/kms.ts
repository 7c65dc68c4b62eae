import { CommonClient } from 'tencentcloud-sdk-nodejs-common';
import { setting, settingOr } from './environment';
import { Fault } from './fault';

/** The API version of Tencent Cloud KMS that `Decrypt` belongs to. */
const VERSION = '2019-01-18';
const SECONDS = 10;

/** `KMS_ENDPOINT` is a host, reached over HTTPS; only a test says `http://`. */
function endpoint(): { protocol: string; endpoint: string } {
  const given = settingOr('KMS_ENDPOINT', 'kms.tencentcloudapi.com');
  const [, protocol = 'https://', host = ''] = /^(https?:\/\/)?([^/]+)\/?$/.exec(given) ?? [];
  if (host === '') throw new Fault('KMS_ENDPOINT is not a host');
  return { protocol, endpoint: host };
}

/**
 * Has Tencent Cloud KMS decrypt a ciphertext with the rights of the function's own role; answers the plaintext in base64.
 * Throws a `Fault` with the service's error code, never with its message, which may quote what was sent.
 */
export async function decryptByKms(ciphertext: string): Promise<string> {
  const place = endpoint();
  const token = settingOr('TENCENTCLOUD_SESSIONTOKEN', '');
  const client = new CommonClient(place.endpoint, VERSION, {
    credential: {
      secretId: setting('TENCENTCLOUD_SECRETID'),
      secretKey: setting('TENCENTCLOUD_SECRETKEY'),
      ...(token !== '' && { token }),
    },
    region: settingOr('KMS_REGION', settingOr('TENCENTCLOUD_REGION', 'ap-shanghai')),
    profile: { httpProfile: { ...place, reqTimeout: SECONDS } },
  });
  const answer = (await client.request('Decrypt', { CiphertextBlob: ciphertext }).catch((error: unknown) => {
    const { code } = error as { code?: unknown };
    throw new Fault(`KMS: ${typeof code === 'string' && code !== '' ? code : 'no answer'}`);
  })) as { Plaintext?: unknown };
  if (typeof answer.Plaintext !== 'string') throw new Fault('KMS: answered no plaintext');
  return answer.Plaintext;
}
