import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { sign } from '@cloudbase/signature-nodejs';

/** A request as it must be signed again. */
export interface SignedRequest {
  url: string;
  headers: IncomingHttpHeaders;
  params: Record<string, unknown>;
}

const AUTHORIZATION =
  /^TC3-HMAC-SHA256 Credential=([^/,]+)\/\d{4}-\d{2}-\d{2}\/tcb\/tc3_request,(?: SignedParams=[^,]*,)? SignedHeaders=([^,]+), Signature=[0-9a-f]{64}$/;

/**
 * Signs the request again with the caller's secret and compares. The time in it is not compared with the
 * machine's: a function may live at another time.
 * Returns the secret id, or undefined when the request is not signed by a known key pair.
 */
export function verifySignature(
  request: SignedRequest,
  secretKeyOf: (secretId: string) => string | undefined,
): string | undefined {
  const { authorization = '', host = '' } = request.headers;
  const [, secretId, signedHeaders] = AUTHORIZATION.exec(authorization) ?? [];
  const timestamp = Number(request.headers['x-timestamp']);
  if (secretId === undefined || signedHeaders === undefined || !Number.isSafeInteger(timestamp))
    return undefined;
  const secretKey = secretKeyOf(secretId);
  if (secretKey === undefined) return undefined;
  const headers = Object.fromEntries(signedHeaders.split(';').map((name) => [name, request.headers[name]]));
  try {
    const expected = sign({
      secretId,
      secretKey,
      // The SDK signs the method as it writes it, in lower case.
      method: 'post',
      url: `http://${host}${request.url}`,
      headers,
      params: request.params,
      timestamp,
      withSignedParams: true,
    }).authorization;
    return equal(expected, authorization) ? secretId : undefined;
  } catch {
    // The signer throws when host or content type is not among the signed headers, or a value cannot be signed.
    return undefined;
  }
}

function equal(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
