import { randomBytes } from 'node:crypto';

/** A key pair that signs requests to `/admin`. */
export interface Credential {
  secretId: string;
  secretKey: string;
}

/** Makes the temporary pair that one function process gets, so that a request names the process it came from. */
export function temporaryCredential(): Credential {
  return { secretId: `AKID${randomBytes(12).toString('hex')}`, secretKey: randomBytes(24).toString('hex') };
}
