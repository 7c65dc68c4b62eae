import { readdirSync, readFileSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process is gone meanwhile.
    return '';
  }
};

/**
 * The most that this process has held, in megabytes, or undefined where the system does not tell. Not `maxRSS`: on
 * Linux a child begins with its parent's.
 */
export function ownPeakMegabytes(): number | undefined {
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(read('/proc/self/status'))?.[1];
  return peak === undefined ? undefined : Number(peak) / 1024;
}

/**
 * The most that any function process of this bench has held so far, in megabytes: the kernel's own high-water mark, so
 * that no moment between two looks is missed. Undefined where the system does not tell.
 */
export function peakMegabytes(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const peaks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ status: read(`/proc/${pid}/status`), command: read(`/proc/${pid}/cmdline`) }))
    .filter(
      ({ status, command }) =>
        /^PPid:\s+(\d+)$/m.exec(status)?.[1] === String(process.pid) && command.includes('worker.cjs'),
    )
    .map(({ status }) => Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024);
  return peaks.length === 0 ? undefined : Math.max(...peaks);
}
