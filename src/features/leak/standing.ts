import { requestStates } from '@/contracts/request-vocabulary';
import type { leakCopy } from '@/copy/privacy/leak';
import type { RequestReading } from '@/features/requests/model';

/** What has become of a report, as far as its page tells it. */
export function standingOf({ state }: Pick<RequestReading, 'state'>): keyof typeof leakCopy.filed {
  if (state === 'cancelled') return 'cancelled';
  return requestStates[state].open ? 'open' : 'answered';
}
