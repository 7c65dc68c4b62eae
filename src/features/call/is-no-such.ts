import type { ErrorCode } from '@/contracts/errors';
import type { Failure } from '@/contracts/result';

/**
 * Whether an address leads to nothing: there is no such thing, or what the address says, cut off or mistyped, names
 * none.
 */
export const isNoSuch = (failure: Failure | undefined, unknown: ErrorCode): boolean =>
  failure?.code === unknown || failure?.code === 'INVALID_INPUT';
