import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stand-in for Tencent Cloud KMS: one key, `Decrypt` alone, and every signature made anew and compared. */
export interface TestKms {
  /** For `KMS_ENDPOINT`. */
  endpoint: string;
  credential: { secretId: string; secretKey: string; token: string };
  /** What `Encrypt` would answer for a plaintext in base64. */
  encrypted(plaintext: string): string;
  /** How each call was answered: `ok`, or the error's code. */
  answers: string[];
  stop(): Promise<void>;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** TC3-HMAC-SHA256 as Tencent Cloud's API documentation describes it, from what came over the wire. */
function signatureOf(
  { headers }: IncomingMessage,
  body: string,
  scope: string,
  signed: string,
  secret: string,
) {
  const values: Record<string, string> = {
    'content-type': headers['content-type'] ?? '',
    // The client signs the host without its port; the real service has none.
    host: (headers.host ?? '').replace(/:\d+$/, ''),
  };
  const lines = signed.split(';').map((name) => `${name}:${values[name] ?? ''}\n`);
  const request = ['POST', '/', '', lines.join(''), signed, sha256(body)].join('\n');
  const [date = '', service = '', end = ''] = scope.split('/');
  const text = ['TC3-HMAC-SHA256', headers['x-tc-timestamp'], scope, sha256(request)].join('\n');
  return hmac(hmac(hmac(hmac(`TC3${secret}`, date), service), end), text).toString('hex');
}

const FORM =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d{2}-\d{2}\/[^/]+\/tc3_request), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;

/**
 * Starts one on a free port of 127.0.0.1. `secretOf` knows the temporary pairs of functions, which carry no token here.
 */
export async function startTestKms(secretOf?: (secretId: string) => string | undefined): Promise<TestKms> {
  const credential = {
    secretId: `AKID${randomBytes(8).toString('hex')}`,
    secretKey: randomBytes(16).toString('hex'),
    token: randomBytes(16).toString('hex'),
  };
  const key = randomBytes(32);
  const answers: string[] = [];

  function refusal(request: IncomingMessage, body: string): string | undefined {
    const { headers } = request;
    const [, id = '', scope = '', signed = '', signature] = FORM.exec(headers.authorization ?? '') ?? [];
    const isOwn = id === credential.secretId && headers['x-tc-token'] === credential.token;
    const secret = isOwn ? credential.secretKey : secretOf?.(id);
    if (secret === undefined) return 'AuthFailure.SecretIdNotFound';
    if (signature !== signatureOf(request, body, scope, signed, secret))
      return 'AuthFailure.SignatureFailure';
    if (headers['x-tc-action'] !== 'Decrypt') return 'InvalidAction';
    return headers['x-tc-version'] === '2019-01-18' ? undefined : 'InvalidParameter.Version';
  }
  function decrypted(body: string): string | undefined {
    try {
      const { CiphertextBlob } = JSON.parse(body) as { CiphertextBlob: string };
      const bytes = Buffer.from(CiphertextBlob, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('base64');
    } catch {
      return undefined;
    }
  }
  function responseTo(request: IncomingMessage, body: string): object {
    const plaintext = decrypted(body);
    const code =
      refusal(request, body) ?? (plaintext === undefined ? 'InvalidParameterValue.InvalidCiphertext' : 'ok');
    answers.push(code);
    const RequestId = randomBytes(8).toString('hex');
    return code === 'ok'
      ? { KeyId: 'test', Plaintext: plaintext, RequestId }
      : { Error: { Code: code, Message: `what was sent: ${body}` }, RequestId };
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ Response: responseTo(request, body) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${String(port)}`,
    credential,
    answers,
    encrypted(plaintext) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const bytes = Buffer.concat([cipher.update(Buffer.from(plaintext, 'base64')), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64');
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
