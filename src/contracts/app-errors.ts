import type { Result } from './result';

/** What an expected failure says, and whether the same call may succeed later. */
export interface ErrorText {
  message: string;
  retryable: boolean;
  /** The way on is an e-mail to the operator: where the sentence is shown, the address stands with it (P71). */
  byMail?: true;
}

/** A failure that the same call will meet again. */
export const final = (message: string): ErrorText => ({ message, retryable: false });
/** A final failure whose sentence sends the person to write an e-mail. */
export const byMail = (message: string): ErrorText => ({ ...final(message), byMail: true });
/** A failure that may be over when the call is repeated. */
export const again = (message: string): ErrorText => ({ message, retryable: true });

/**
 * The failures that the mini program finds by itself, without an answer. Apart from the others, which only functions
 * say, so that the main package does not carry their sentences.
 */
export const appErrors = {
  NOT_REGISTERED: final('您还没有注册，请先注册再继续。'),
  NETWORK: again('网络不通，请检查网络后再试。'),
  INTERNAL: again('系统出了点问题，我们已经记下，请稍后再试。'),
} as const satisfies Record<string, ErrorText>;

/** An error result of the mini program's own. */
export const failInApp = (code: keyof typeof appErrors): Result<never> => ({
  ok: false,
  error: { code, ...appErrors[code] },
});
