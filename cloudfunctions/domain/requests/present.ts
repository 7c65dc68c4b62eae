import type { request } from '../../../src/contracts/request';
import type { Output } from '../../../src/contracts/operation';
import type { dataMap } from '../../../src/contracts/data-map';
import type { Facts } from '../../../src/contracts/data-map/grammar';
import { itemsIn } from '../../../src/contracts/deletion-items';
import { refusalReasons, requestStates } from '../../../src/contracts/request-vocabulary';
import { calendarDays } from '../calendar/calendar-days';
import { daysLeft } from '../calendar/deadlines';
import { beijingDay } from '../calendar/iso-day';
import { isAttachable } from './attached';
import { canMove, subjectMoves } from './moves';
import { withoutProposal } from './unanswered';

/** A request's facts in clear. */
export type RequestFacts = Facts<typeof dataMap.requests>;
type Summary = Output<(typeof request)['submit']>;
type Reading = Output<(typeof request)['read']>;
/** The plain columns that a list shows; opening no key. */
export type RequestHead = Pick<
  RequestFacts,
  'kind' | 'state' | 'version' | 'submittedAt' | 'dueOn' | 'provisional'
>;

/** A request as a list shows it; what time decides is derived here and never stored. */
export function summaryOf(id: string, request: RequestHead, now: Date): Summary {
  const { kind, state, version, submittedAt, dueOn, provisional } = request;
  const left = daysLeft(now, dueOn);
  return {
    id,
    kind,
    state,
    version,
    submittedAt,
    dueOn,
    provisional,
    daysLeft: left.workingDays,
    // While the person is waited for, nobody is late.
    overdue: requestStates[state].waitsFor === 'staff' && left.overdue,
  };
}

/** Whether the copy of an approved request may still be fetched. */
export const isAvailable = ({ availableUntil }: RequestFacts, now: Date): boolean =>
  availableUntil !== undefined && Date.parse(availableUntil) > now.getTime();

/** The days of the clock that runs; none while nobody is waited for, or only the person is. */
const daysOfClock = ({ state, clockFrom, verifiedAt, submittedAt, dueOn }: RequestFacts) =>
  requestStates[state].waitsFor === 'staff'
    ? calendarDays(beijingDay(new Date(clockFrom ?? verifiedAt ?? submittedAt)), dueOn)
    : [];

/**
 * A request as its person reads it, or the guardian who asked for the child, with everything it may be answered by
 * (P62: code, reason and alternative). Who may not act on it is offered nothing.
 */
export function readingOf(
  id: string,
  row: RequestFacts,
  attachments: Reading['attachments'],
  now: Date,
  mayAct = true,
): Reading {
  const facts = withoutProposal(row);
  const { reasonCode, reply = null, alternative = null, askedBy = 'subject' } = facts;
  const moves = mayAct ? subjectMoves.filter((move) => canMove(facts, move)) : [];
  const hasCopy = mayAct && isAvailable(facts, now);
  return {
    ...summaryOf(id, facts, now),
    channel: facts.channel ?? 'app',
    askedBy,
    verifiedBy: facts.verifiedBy ?? 'session',
    details: (facts.details as Reading['details'] | undefined) ?? null,
    appeal: facts.appeal ?? null,
    ground: facts.ground ?? null,
    about: facts.about ?? null,
    decision: facts.decision ?? null,
    decidedAt: facts.decidedAt ?? null,
    reason: reasonCode
      ? { code: reasonCode, label: refusalReasons[reasonCode].label, law: refusalReasons[reasonCode].law }
      : null,
    reply,
    alternative,
    items: facts.items === undefined ? null : itemsIn(facts.items),
    fee: facts.fee ?? null,
    duplicateOf: facts.duplicateOf ?? null,
    availableUntil: facts.availableUntil ?? null,
    copySha256: facts.copySha256 ?? null,
    today: beijingDay(now),
    calendar: daysOfClock(facts),
    history: (facts.history ?? []).map(({ at, by, state }) => ({ at, by, state })),
    attachments,
    attachable: mayAct && isAttachable(facts),
    allowed: [...moves, ...(hasCopy ? ['download' as const] : [])],
  };
}
