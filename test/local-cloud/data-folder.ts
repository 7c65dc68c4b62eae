import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A data folder that cannot be used; the message is the sentence to show. */
export class DataFolderError extends Error {}

const held = new Set<string>();

/**
 * Makes the folder when missing and takes it for this process. Two clouds on one folder would overwrite each
 * other, so a living holder is refused; a holder that was killed is ignored.
 * Returns the release.
 */
export function takeDataFolder(dir: string): () => void {
  try {
    makeFolder(resolve(dir));
    accessSync(dir, constants.W_OK);
  } catch {
    throw new DataFolderError(`数据目录 ${dir} 无法写入，请检查权限，或用 LOCAL_CLOUD_DIR 指定其他目录。`);
  }
  const lock = join(dir, 'lock');
  const holder = livingHolder(lock);
  if (holder !== undefined) {
    throw new DataFolderError(
      `数据目录 ${dir} 正被另一个本地云使用（进程 ${String(holder)}），请先停止它，或用 LOCAL_CLOUD_DIR 指定其他目录。`,
    );
  }
  try {
    writeFileSync(lock, String(process.pid));
  } catch {
    throw new DataFolderError(`数据目录 ${dir} 无法写入，请检查权限，或用 LOCAL_CLOUD_DIR 指定其他目录。`);
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    rmSync(lock, { force: true });
  };
}

/** Makes a folder and what lies above it. One at a time: under /proc, Node's recursive mkdir never comes back. */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  const parent = dirname(dir);
  if (parent !== dir) makeFolder(parent);
  mkdirSync(dir);
}

function livingHolder(lock: string): number | undefined {
  const pid = Number(read(lock));
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  // A container restarts with the same process ids, so one's own id counts only when taken in this process.
  if (pid === process.pid) return held.has(lock) ? pid : undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : undefined;
  }
  // The id may have gone to another program since; where the system tells, only a Node process can be the holder.
  const command = read(`/proc/${String(pid)}/cmdline`);
  return command === undefined || /node|jest/.test(command) ? pid : undefined;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
