import type { dataMap } from '../../../src/contracts/data-map';
import type { Facts } from '../../../src/contracts/data-map/grammar';
import {
  keysOf,
  requestStates,
  urgencies,
  type RequestState,
  type Urgency,
} from '../../../src/contracts/request-vocabulary';
import { checklistOf, forGuardian, forLetter } from '../../copy/checklists';
import { stepInWords } from '../../copy/steps';
import { daysLeft } from '../calendar/deadlines';
import { beijingDay } from '../calendar/iso-day';
import { allowedDecisions, type Standing } from './moves';

type QueueFacts = Facts<typeof dataMap.review_queue>;
type RequestFacts = Facts<typeof dataMap.requests>;

/** The plain columns of a request from which a row of the queue is made. */
export type Queued = Standing &
  Pick<
    RequestFacts,
    | 'subject'
    | 'version'
    | 'channel'
    | 'askedBy'
    | 'verifiedBy'
    | 'minor'
    | 'attachments'
    | 'submittedAt'
    | 'dueOn'
    | 'provisional'
    | 'priority'
    | 'history'
  >;

/** What of a row time alone changes. */
export type Clock = Pick<QueueFacts, 'daysLeft' | 'urgency' | 'asOf'>;

/** The narrowest of the table that still holds it. */
const urgencyOf = (left: number, isOverdue: boolean): Urgency =>
  isOverdue
    ? 'overdue'
    : (keysOf(urgencies).find((name) => {
        const { within } = urgencies[name];
        return within !== null && within >= 0 && left <= within;
      }) ?? 'later');

/** How near a deadline is, seen from Beijing's today. */
export function clockOf(dueOn: string, now: Date): Clock {
  const { workingDays, overdue } = daysLeft(now, dueOn);
  return { daysLeft: workingDays, urgency: urgencyOf(workingDays, overdue), asOf: beijingDay(now) };
}

/** Reports of a leak first, then by due day, then by number, so that no two share a place (P43, P73). */
export const rankOf = (id: string, { priority = 1, dueOn }: Pick<Queued, 'priority' | 'dueOn'>): string =>
  `${String(priority)}.${dueOn}.${id}`;

/** Whether staff have something to do about it: what its person or a recipient is waited for is not in the queue. */
export const isForStaff = (state: RequestState): boolean => requestStates[state].waitsFor === 'staff';

/** What is particular about who asked, before what the kind asks for. */
const firstOf = ({ askedBy, verifiedBy }: Queued): string[] => [
  ...(askedBy === 'guardian' ? [forGuardian] : []),
  ...(verifiedBy === 'code' ? [forLetter] : []),
];

/** A request as staff see it: masked, with what may be decided, what to look at, and what happened so far. */
export function queueRow(id: string, request: Queued, who: string | undefined, now: Date): QueueFacts {
  const { subject, kind, state, version, channel = 'app', minor = false, attachments = 0 } = request;
  const { submittedAt, dueOn, provisional, history = [] } = request;
  return {
    subject,
    kind,
    state,
    version,
    channel,
    minor,
    attachments,
    ...(who !== undefined && { who }),
    submittedAt,
    dueOn,
    provisional,
    ...clockOf(dueOn, now),
    allowed: allowedDecisions(request),
    checklist: [...firstOf(request), ...checklistOf(kind, request.verifiedBy === 'code')],
    history: history.map(({ at, by, state: then }) => stepInWords(beijingDay(new Date(at)), by, then)),
    rank: rankOf(id, request),
  };
}
