import { failInApp } from '@/contracts/app-errors';
import type { Result } from '@/contracts/result';

/** Takes what a function returned for a result if it has the shape of one; anything else is `INTERNAL`. */
export function asResult<T>(answer: unknown): Result<T> {
  return isResult<T>(answer) ? answer : failInApp('INTERNAL');
}

function isResult<T>(answer: unknown): answer is Result<T> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  if (answer.ok === true) return 'data' in answer;
  const error = 'error' in answer ? (answer.error as Record<string, unknown> | null) : null;
  return answer.ok === false && typeof error?.code === 'string' && typeof error.message === 'string';
}
