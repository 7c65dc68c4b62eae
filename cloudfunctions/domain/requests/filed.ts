import type { dataMap } from '../../../src/contracts/data-map';
import type { Facts } from '../../../src/contracts/data-map/grammar';
import { priorityOf, type Deadline } from '../calendar/deadlines';

type RequestFacts = Facts<typeof dataMap.requests>;

/** Open requests of one person: enough for anyone, and a bound on what one can put into the queue, letters too. */
export const MOST_OPEN = 20;

/** What is asked, by whom, and how it reached us. */
export interface Asked extends Pick<RequestFacts, 'subject' | 'kind' | 'askedBy' | 'details' | 'about'> {
  ground: RequestFacts['ground'];
  age: Facts<typeof dataMap.accounts>['age'];
  channel: NonNullable<RequestFacts['channel']>;
}

/**
 * A new request's facts. In the app a person is verified by being there; a letter waits for its person first, so it
 * begins `submitted`. What is by or about somebody under 18 is marked for whoever handles that (P75).
 */
export function filed(
  { subject, kind, askedBy, ground, details, about, age, channel }: Asked,
  { state, dueOn, provisional }: Deadline & { state: 'verified' | 'submitted' },
  now: Date,
): RequestFacts {
  const at = now.toISOString();
  return {
    subject,
    kind,
    channel,
    ...(askedBy !== undefined && { askedBy }),
    minor: age !== 'adult' || kind === 'guardian',
    ...(ground !== undefined && kind === 'delete' && { ground }),
    ...(about !== undefined && { about }),
    state,
    open: true,
    version: 1,
    submittedAt: at,
    ...(state === 'verified' && { verifiedAt: at }),
    dueOn,
    provisional,
    priority: priorityOf(kind),
    history: [{ at, move: 'submit', by: channel === 'app' ? (askedBy ?? 'subject') : 'staff', state }],
    staleSince: at,
    ...(details !== undefined && details !== '' && { details }),
  };
}
