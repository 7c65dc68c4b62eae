import { lookupDigest } from '../platform/keys';

/** How the ids of what one person has begin. */
const prefixes = { proposal: 'p', comment: 'c', support: 's', survey: 'v', picture: 'i' } as const;

/**
 * The id of a row that a person has once for each name: the attempt at publishing, the proposal, the survey. A keyed
 * digest, so that a repeated call meets its own row and nobody without the key can tell whose it is.
 */
export const ownId = (kind: keyof typeof prefixes, subject: string, name: string): string =>
  `${prefixes[kind]}${lookupDigest(`${kind}|${subject}|${name}`)}`;
