import { createHash } from 'node:crypto';

/** One block of a policy's text, small enough to be drawn by a mini program without a Markdown parser. */
export type PolicyNode =
  | {
      type: 'heading';
      depth: number;
      /** The whole heading, its number included: '2.1 基本功能需要的信息'. */
      text: string;
      /** The number alone, '2' or '2.1', which promises refer to; missing on the title. */
      section?: string;
    }
  | { type: 'paragraph'; text: string }
  | { type: 'list'; ordered: boolean; items: string[] };

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
