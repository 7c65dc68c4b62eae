import { requestStates } from '@/contracts/request-vocabulary';
import type { RequestSummary } from '@/features/requests/model';

/**
 * The newest report of a leak that is being handled, of a list newest first. One that came by letter and is not
 * confirmed is none: nobody works on it yet.
 */
export const openLeakIn = (requests: readonly RequestSummary[]): RequestSummary | undefined =>
  requests.find(({ kind, state }) => kind === 'leak' && state !== 'submitted' && requestStates[state].open);
