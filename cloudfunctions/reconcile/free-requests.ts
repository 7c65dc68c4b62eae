import { settingOr } from '../platform/environment';
import { Fault } from '../platform/fault';

/**
 * How many requests to look or for a copy cost nothing in a year, whatever happens: `FREE_REQUESTS`, 3 unless set
 * (P61).
 */
export function freeRequests(): number {
  const free = Number(settingOr('FREE_REQUESTS', '3'));
  if (Number.isInteger(free) && free >= 1) return free;
  throw new Fault('FREE_REQUESTS must be a whole number of at least 1');
}
