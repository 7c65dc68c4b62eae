import type { request } from '../../../src/contracts/request';
import type { Output } from '../../../src/contracts/operation';
import type { dataMap } from '../../../src/contracts/data-map';
import type { Facts } from '../../../src/contracts/data-map/grammar';
import { refusalReasons } from '../../../src/contracts/request-vocabulary';
import { daysLeft } from '../calendar/deadlines';
import { canMove, type SubjectMove } from './states';

/** A request's facts in clear. */
export type RequestFacts = Facts<typeof dataMap.requests>;
type Summary = Output<(typeof request)['submit']>;
type Reading = Output<(typeof request)['read']>;
/** The plain columns that a list shows; opening no key. */
export type RequestHead = Pick<
  RequestFacts,
  'kind' | 'state' | 'version' | 'submittedAt' | 'dueOn' | 'provisional' | 'open'
>;

const moves = ['cancel', 'appeal', 'acceptFee'] as const satisfies readonly SubjectMove[];

/** A request as a list shows it; what time decides is derived here and never stored. */
export function summaryOf(id: string, request: RequestHead, now: Date): Summary {
  const { kind, state, version, submittedAt, dueOn, provisional, open } = request;
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
    overdue: open && left.overdue,
  };
}

/** Whether the copy of an approved request may still be fetched. */
export const isAvailable = ({ availableUntil }: RequestFacts, now: Date): boolean =>
  availableUntil !== undefined && Date.parse(availableUntil) > now.getTime();

/** A request as its person reads it, with everything it may be answered by (P62: code, reason and alternative). */
export function readingOf(id: string, facts: RequestFacts, now: Date): Reading {
  const reason = facts.reasonCode;
  return {
    ...summaryOf(id, facts, now),
    details: (facts.details as Reading['details'] | undefined) ?? null,
    decision: facts.decision ?? null,
    decidedAt: facts.decidedAt ?? null,
    reason: reason
      ? { code: reason, label: refusalReasons[reason].label, law: refusalReasons[reason].law }
      : null,
    reply: facts.reply ?? null,
    alternative: facts.alternative ?? null,
    availableUntil: facts.availableUntil ?? null,
    allowed: [
      ...moves.filter((move) => canMove(facts.state, move)),
      ...(isAvailable(facts, now) ? ['download' as const] : []),
    ],
  };
}
