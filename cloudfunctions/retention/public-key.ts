import { ok } from '../../src/contracts/result';
import { publicKey } from '../platform/signing';

/** The public half of the signing key, for the operator's own checks. */
export const signingKey = () => Promise.resolve(ok({ pem: publicKey() }));
