import type { ErrorCode } from './errors';

/** What every call answers: data, or an error whose message is a Chinese sentence that says what to do. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: Failure };

/** An expected failure as a value; `retryable` tells the client that the same call may succeed later. */
export interface Failure {
  code: ErrorCode;
  message: string;
  retryable: boolean;
}

/** Wraps data as a successful result. */
export const ok = <T>(data: T): Result<T> => ({ ok: true, data });
