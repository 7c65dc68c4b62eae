import { cloudbase } from './cloudbase';

type Line = Readonly<Record<string, string | number | boolean>>;
let logger: ReturnType<ReturnType<typeof cloudbase>['logger']> | undefined;

/** Writes one flat line. CloudBase keeps logs 30 days beyond our reach, so no personal data may ever enter one. */
export function log(level: 'info' | 'error', line: Line): void {
  logger ??= cloudbase().logger();
  logger[level](line);
}
