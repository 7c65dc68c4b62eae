import type {
  Decision,
  RefusalReason,
  RequestKind,
  RequestState,
} from '../../../src/contracts/request-vocabulary';
import { allowedDecisions, staffMoves } from './states';

/** Why a decision cannot stand. */
export type Objection =
  'stale' | 'impossible' | 'sameReviewer' | 'reasonNeeded' | 'replyNeeded' | 'alternativeNeeded';

/** The part of a request that deciding looks at. */
export interface Undecided {
  kind: RequestKind;
  state: RequestState;
  version: number;
  decidedBy?: string | undefined;
}

/** A decision as filled by staff, already checked for shape. */
export interface Decided {
  decision: Decision;
  expectedVersion: number;
  reviewer: string;
  reasonCode?: RefusalReason | undefined;
  replyText?: string | undefined;
  alternative?: string | undefined;
}

const turnsDown = (decision: Decision) => decision === 'refuse' || decision === 'partly';

/** The first objection to a decision, or undefined when it stands. Policy 8.6: code, reason, and a way on. */
export function objectionTo(request: Undecided, decided: Decided): Objection | undefined {
  if (decided.expectedVersion !== request.version) return 'stale';
  if (!allowedDecisions(request.kind, request.state).includes(decided.decision)) return 'impossible';
  if (request.state === 'appealed' && request.decidedBy === decided.reviewer) return 'sameReviewer';
  if (turnsDown(decided.decision) && !decided.reasonCode) return 'reasonNeeded';
  if (decided.decision !== 'approve' && !decided.replyText) return 'replyNeeded';
  if (turnsDown(decided.decision) && request.kind === 'access' && !decided.alternative)
    return 'alternativeNeeded';
  return undefined;
}

/** The state that a standing decision leads to. */
export const stateAfter = (decision: Decision): RequestState => staffMoves[decision].to;
