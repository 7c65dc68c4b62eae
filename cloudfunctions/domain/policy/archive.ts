import version1 from './archive/1.json';
import type { PolicyDocument } from './document';

/**
 * Every version ever published, oldest first; a version is appended and never edited, because consent rows
 * carry its digest. The law test compares each with its Markdown, which is what makes the cast below safe.
 */
const published = [version1] as [PolicyDocument, ...PolicyDocument[]];

/** The version that counts today: the newest. */
export function currentPolicy(): PolicyDocument {
  return published.at(-1) ?? published[0];
}

/** That version's document, or undefined when there is none. */
export function policyVersion(version: string): PolicyDocument | undefined {
  return published.find((policy) => policy.version === version);
}

/** All versions without their text, newest first. */
export function policyVersions(): Omit<PolicyDocument, 'nodes'>[] {
  return published
    .map(({ version, updatedOn, effectiveOn, digest }) => ({ version, updatedOn, effectiveOn, digest }))
    .reverse();
}
