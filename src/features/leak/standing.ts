import { requestStates } from '@/contracts/request-vocabulary';
import type { leakCopy } from '@/copy/privacy/leak';
import type { RequestReading } from '@/features/requests/model';

/** What has become of a report, as far as its page tells it. */
export function standingOf({ state }: Pick<RequestReading, 'state'>): keyof typeof leakCopy.filed {
  if (state === 'cancelled') return 'cancelled';
  return requestStates[state].open ? 'open' : 'answered';
}

type Wordless = Pick<RequestReading, 'allowed' | 'details' | 'attachments'>;

/**
 * Whether words can still be added: a report with words takes the place of one without, and pictures do not move with
 * it, so one that has pictures keeps its place. Undefined where nothing is to be said about it.
 */
export function wordsOf({
  allowed,
  details,
  attachments,
}: Wordless): 'addable' | 'with-pictures' | undefined {
  if (details !== null || !allowed.includes('cancel')) return undefined;
  return attachments.length === 0 ? 'addable' : 'with-pictures';
}
