import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where it stands what an output was built from; beside it, for it is emptied before each build. */
export const stampOf = (output: string): string => `${output}.stamp`;

/**
 * Digests the content of files and folders, so that a fresh checkout or a switched branch is judged by what it holds.
 */
export function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder)) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Whether the output was built from exactly this digest and nothing was interrupted meanwhile. */
export function isCurrent(stamp: string, digest: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
}

/** Forgets a build before it starts, so that one killed half-way is built again. */
export function clearStamp(stamp: string): void {
  rmSync(stamp, { force: true });
}

/** Notes what an output was built from. */
export function writeStamp(stamp: string, digest: string): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
