import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { published } from '../../cloudfunctions/domain/policy/published';
import { practicesOf } from '../../cloudfunctions/domain/policy/practices';
import type { PublishedVersion } from '../../cloudfunctions/domain/policy/document';
import { compilePolicy, declaredIn } from '../../config/generate/compile-policy';
import { buildFunctions } from '../../config/functions';

const draft = join(__dirname, '../../cloudfunctions/domain/policy/versions/next.md');

/** A version 1 under which one purpose was not there yet, so that the next version adds it. */
function without(purpose: string, { document, practices }: PublishedVersion): PublishedVersion {
  const purposes = Object.fromEntries(
    Object.entries(practices.purposes).filter(([name]) => name !== purpose),
  );
  return { document, practices: { ...practices, purposes } };
}

/**
 * The archive as it will be when the draft is published: version 1, here without the purpose of counting, and the draft
 * as version 2, with what is done today.
 */
export function comingArchive(): [PublishedVersion, PublishedVersion] {
  const markdown = readFileSync(draft, 'utf8');
  const practices = practicesOf(undefined, declaredIn(markdown));
  return [without('analytics', published[0]), { document: compilePolicy(markdown, practices), practices }];
}

/** Builds the functions with that archive into a folder of their own, which is answered. */
export async function buildComing(archive: readonly PublishedVersion[]): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'coming-'));
  await buildFunctions({ outDir, archive });
  return outDir;
}
