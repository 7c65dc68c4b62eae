import type { ErrorText } from './app-errors';
import type { ErrorCode } from './errors';

/** What every call answers: data, or an error whose message is a Chinese sentence that says what to do. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: Failure };

/** An expected failure as a value: the table's text under its code, so that a page shows what the table knows. */
export interface Failure extends ErrorText {
  code: ErrorCode;
}

/** Wraps data as a successful result. */
export const ok = <T>(data: T): Result<T> => ({ ok: true, data });
