import { cloudbase } from './cloudbase';

type Line = Readonly<Record<string, string | number | boolean>>;
type Logger = Readonly<Record<'info' | 'error', (line: Line) => void>>;
let logger: Logger | undefined;

/** Where lines go from now on; CloudBase's own log unless told, which outside a function is the terminal. */
export function logTo(other: Logger): void {
  logger = other;
}

/** Writes one flat line. CloudBase keeps logs 30 days beyond our reach, so no personal data may ever enter one. */
export function log(level: 'info' | 'error', line: Line): void {
  logger ??= cloudbase().logger();
  logger[level](line);
}
