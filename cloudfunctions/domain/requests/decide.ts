import {
  decisionColumns,
  presenceOf,
  turnsDown,
  type Decision,
  type DecisionField,
} from '../../../src/contracts/decisions';
import { keysOf, refusalReasons, type RefusalReason } from '../../../src/contracts/request-vocabulary';
import { allowedDecisions, canPay, type MoveName, type Standing } from './moves';

/** Why a decision cannot stand. */
export type Objection =
  | 'stale'
  | 'impossible'
  | 'sameReviewer'
  | 'proposer'
  | 'stillFree'
  | 'cannotPay'
  | 'notTheirs'
  | `${DecisionField}Needed`
  | `${DecisionField}Superfluous`;

/** The part of a request that deciding looks at. */
export interface Undecided extends Standing {
  version: number;
  /** Everybody who decided, proposed or endorsed about it so far. */
  deciders?: readonly string[] | undefined;
}

/** A decision as filled by staff, already checked for shape. */
export interface Decided {
  decision: Decision;
  expectedVersion: number;
  reviewer: string;
  reasonCode?: RefusalReason | undefined;
  replyText?: string | undefined;
  alternative?: string | undefined;
  fee?: number | undefined;
  duplicateOf?: string | undefined;
  items?: string | undefined;
}

/** What must be looked up before a decision can be judged; only what the decision needs is there. */
export interface Circumstances {
  /** Whether the person still has requests this year that cost nothing (P61). */
  isFree?: boolean;
  /** Whether the request that this one repeats is another one of the same person's. */
  isTheirs?: boolean;
}

function misfilled(request: Undecided, decided: Decided): Objection | undefined {
  for (const field of keysOf(decisionColumns)) {
    const presence = presenceOf(decided.decision, field, request.kind);
    const isFilled = decided[decisionColumns[field]] !== undefined;
    if (presence === 'needed' && !isFilled) return `${field}Needed`;
    if (presence === 'absent' && isFilled) return `${field}Superfluous`;
  }
  return undefined;
}

/** The first objection to a decision, or undefined when it stands. Policy 8.6: code, reason, and a way on. */
export function objectionTo(
  request: Undecided,
  decided: Decided,
  { isFree = false, isTheirs = false }: Circumstances = {},
): Objection | undefined {
  const { decision, reviewer } = decided;
  const knows = request.deciders?.includes(reviewer) === true;
  if (decided.expectedVersion !== request.version) return 'stale';
  if (decision === 'quote' && !canPay(request)) return 'cannotPay';
  if (!allowedDecisions(request).includes(decision)) return 'impossible';
  if (request.state === 'appealed' && knows) return 'sameReviewer';
  if (decision === 'endorse' && knows) return 'proposer';
  const fault = misfilled(request, decided);
  if (fault) return fault;
  if (decision === 'quote' && isFree) return 'stillFree';
  if (decision === 'duplicate' && !isTheirs) return 'notTheirs';
  return undefined;
}

/** Whether a ground is one on which the law forbids answering: one person alone cannot use it (P20). */
export const needsSecond = (reason: RefusalReason | undefined): boolean =>
  reason !== undefined && refusalReasons[reason].class === 'must';

/** The move that a standing decision makes. */
export const moveOf = ({ decision, reasonCode }: Pick<Decided, 'decision' | 'reasonCode'>): MoveName =>
  turnsDown(decision) && needsSecond(reasonCode) ? 'propose' : decision;
