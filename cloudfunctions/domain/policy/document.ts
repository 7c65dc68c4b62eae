import { createHash } from 'node:crypto';
import type { PolicyNode } from '../../../src/contracts/policy';
import type { Practices } from './practices';

/** What a version says and when it counts; the digest covers exactly these members. */
export interface PolicyContent {
  version: string;
  /** ISO day of the last edit. */
  updatedOn: string;
  /** ISO day from which the version counts. */
  effectiveOn: string;
  nodes: PolicyNode[];
}

/** A version as archived: its content and the digest that consent rows refer to. */
export interface PolicyDocument extends PolicyContent {
  /** SHA-256, lower-case hex. */
  digest: string;
}

/** A version as published: its text, and what was really done when it was. */
export interface PublishedVersion {
  document: PolicyDocument;
  practices: Practices;
}

/**
 * JSON with the keys of every object sorted and no white space (RFC 8785 for strings, integers, arrays and
 * objects), so that anyone can recompute the digest of a version in any language.
 */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** The digest by which receipts and the archive name this very text: SHA-256 of its canonical JSON, in hex. */
export function policyDigest({ version, updatedOn, effectiveOn, nodes }: PolicyContent): string {
  const text = canonicalJson({ version, updatedOn, effectiveOn, nodes });
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
