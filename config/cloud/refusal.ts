/** Why the cloud did not do what it was asked. */
export type Reason =
  /** The key pair is not one, or not of this account. */
  | 'credentials'
  /** The key pair may not do this. */
  | 'permission'
  /** Too much at once, or no more of it in this plan. */
  | 'limit'
  /** No answer came, or none that says anything. */
  | 'network'
  /** There is no such environment. */
  | 'environment'
  /** It is still busy with something before. */
  | 'busy'
  /** It stands already. */
  | 'exists'
  | 'other';

/** A call of the management API that came to nothing. Bears no value that was sent. */
export class Refusal extends Error {
  constructor(
    readonly reason: Reason,
    readonly action: string,
    readonly code: string,
  ) {
    super(`${action}: ${code}`);
  }
}

const reasons: readonly [RegExp, Reason][] = [
  [/^AuthFailure\.UnauthorizedOperation|^UnauthorizedOperation|CamNoAuth|NotAuthorized/, 'permission'],
  [/^AuthFailure|InvalidCredential|^SecretId/, 'credentials'],
  [/^RequestLimitExceeded|^LimitExceeded|Quota/, 'limit'],
  [/^ResourceInUse|AlreadyExist|Duplicate/, 'exists'],
  [/FunctionStatusError|Updating|^FailedOperation\.FunctionNameStatusError|^ResourceUnavailable/, 'busy'],
];

/** A failure of the SDK as a `Refusal`; what bears no code never came to the API, or brought nothing back. */
export function refusalIn(action: string, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { code } = (error ?? {}) as { code?: unknown };
  // The SDK reads on in what it was told of an environment that there is not.
  if (
    error instanceof TypeError ||
    /^ResourceNotFound.*Env|EnvNotFound|InvalidParameter\.Env/.test(String(code))
  )
    return new Refusal('environment', action, 'none');
  if (typeof code !== 'string' || code === '' || /^E[A-Z]+$/.test(code))
    return new Refusal('network', action, 'none');
  return new Refusal(reasons.find(([like]) => like.test(code))?.[1] ?? 'other', action, code);
}

/** Whether the API understood who asks and said no to what was asked. */
export const hasAnswered = (error: unknown): boolean =>
  error instanceof Refusal && (error.reason === 'other' || error.reason === 'permission');
