import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** A certificate for this machine alone, and the file from which the functions trust it. */
export interface Certificate {
  key: string;
  cert: string;
  /** For NODE_EXTRA_CA_CERTS. */
  file: string;
}

const FILE = 'recipients-certificate.pem';
const KEY_FILE = 'recipients-key.pem';
/** Longer than any data folder lives. */
const TEN_YEARS_MS = 10 * 365 * 24 * 60 * 60_000;

/** The data folder's certificate, made at the first start. */
export async function loadCertificate(dir: string): Promise<Certificate> {
  const file = join(dir, FILE);
  const keyFile = join(dir, KEY_FILE);
  if (!existsSync(file) || !existsSync(keyFile)) {
    const made = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
      keyType: 'ec',
      notAfterDate: new Date(Date.now() + TEN_YEARS_MS),
      extensions: [
        { name: 'basicConstraints', cA: true },
        { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
      ],
    });
    writeFileSync(keyFile, made.private, { mode: 0o600 });
    writeFileSync(file, made.cert);
  }
  return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(file, 'utf8'), file };
}
