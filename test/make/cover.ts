import type { Content, Cover } from '../../cloudfunctions/domain/ledger';

/** Content as it would lie in a row, of the same form and open to all: what covers it is not what is tested. */
export const sealedAs = (content: Content): string =>
  `s1.${Buffer.from(JSON.stringify(content)).toString('base64url')}`;

/** A cover with this salt that needs no key. */
export const coverOf = (salt: string): Cover => ({ salt, seal: sealedAs });
