import type { CallerKind } from '../logs';

/** Who calls, and for whom. A function called by a function keeps the person of the first call. */
export interface Caller {
  kind: CallerKind;
  openid?: string;
  /** The network address that the call came from. */
  ip?: string;
  /** What `TCB_SOURCE` says, e.g. `wx_client,scf`; absent for a console test and a timer. */
  source?: string;
}

/** One call while it runs. */
export interface Call {
  requestId: string;
  function: string;
  caller: Caller;
  /** Named by the SDK in every request of this call. */
  sessionToken: string;
  databaseCalls: number;
  lines: string[];
}

/** How a call ended: the returned value as JSON text, or the platform's error. */
export type Outcome = { ok: true; result: string } | { ok: false; code: FunctionErrorCode; message: string };

/** The platform's own errors about functions. */
export type FunctionErrorCode =
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'
  | 'EXCEED_REQUEST_SIZE_LIMIT'
  | 'EXCEED_MAX_RESPONSE_SIZE'
  | 'INVALID_PARAM';
