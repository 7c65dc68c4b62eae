import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedVersion } from '../../cloudfunctions/domain/policy/document';
import { practicesOf } from '../../cloudfunctions/domain/policy/practices';
import { compilePolicy, declaredIn } from './compile-policy';

/** Where the versions' Markdown and the archive lie. */
export const policyFolder = join(__dirname, '../../cloudfunctions/domain/policy');

const pathOf = (name: string) => join(policyFolder, 'versions', `${name}.md`);

/** The Markdown of a version, by its number; `next` is the draft. */
export const sourceOf = (name: string): string => readFileSync(pathOf(name), 'utf8');

/** The numbers of the versions that are written, oldest first; the draft is not among them. */
export const writtenVersions = (): string[] =>
  readdirSync(join(policyFolder, 'versions'))
    .flatMap((file) => /^(\d+)\.md$/.exec(file)?.[1] ?? [])
    .sort((a, b) => Number(a) - Number(b));

/** The Markdown of the draft; where nobody wrote one yet, the newest version's under the next number. */
function draftSource(): string {
  if (existsSync(pathOf('next'))) return sourceOf('next');
  const newest = writtenVersions().at(-1) ?? '0';
  return sourceOf(newest).replace(/^version: .*$/m, `version: ${String(Number(newest) + 1)}`);
}

/** The next version as it would be published: the draft's text over what the code does today. */
export function draftVersion(): PublishedVersion {
  const markdown = draftSource();
  const practices = practicesOf(undefined, declaredIn(markdown));
  return { document: compilePolicy(markdown, practices), practices };
}
