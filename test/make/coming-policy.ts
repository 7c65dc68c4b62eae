import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newestVersion } from '../../cloudfunctions/domain/policy/archive';
import { published } from '../../cloudfunctions/domain/policy/published';
import type { PublishedVersion } from '../../cloudfunctions/domain/policy/document';
import { buildFunctions } from '../../config/functions';

/**
 * What whoever stayed under version 1 lives through when the newest version comes into force, as both are archived.
 * What came in between is left out, so that the same change is seen however many versions follow.
 */
export const comingArchive: readonly [PublishedVersion, PublishedVersion] = [published[0], newestVersion];

/** The last half hour before the newest version counts, and the Beijing midnight from which it does. */
export function comingDay(): { before: string; midnight: string; day: string } {
  const day = newestVersion.document.effectiveOn;
  const midnight = Date.parse(`${day}T00:00:00+08:00`);
  const before = new Date(midnight - 30 * 60_000).toISOString();
  return { before, midnight: new Date(midnight).toISOString(), day };
}

/** Builds the functions with other versions into a folder of their own, which is answered. */
export async function buildWithArchive(archive: readonly PublishedVersion[]): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'archive-'));
  await buildFunctions({ outDir, archive });
  return outDir;
}
