import { dataMap } from '../../src/contracts/data-map';
import { requestStates, type RequestKind } from '../../src/contracts/request-vocabulary';
import type { StaffDecision } from '../../src/contracts/staff';
import { staffCopy } from '../copy/staff';
import { stateAfter } from '../domain/requests/decide';
import type { Member } from '../platform/member';
import { sealFacts } from '../platform/sealing';
import type { Row } from '../platform/store';

/** How long an approved copy may be fetched. */
const COPY_LIFE_MS = 7 * 24 * 60 * 60_000;
const withCopy: readonly RequestKind[] = ['access', 'copy'];

/** Everything that one standing decision touches. */
export interface Standing {
  row: Row<'staff_decisions'>;
  decision: StaffDecision;
  request: Row<'requests'>;
  member: Member;
}

/** The request's new columns: state, who decided and why, and the words for the person, sealed. */
export function decidedColumns({ decision, request, member }: Standing, isAwaited: boolean, now: Date) {
  const { decision: kind, reasonCode, replyText, alternative, reviewer } = decision;
  // What recipients must delete too is done only when each has answered (P51).
  const state = isAwaited ? 'executing' : stateAfter(kind);
  const hasCopy = kind === 'approve' && withCopy.includes(request.kind);
  return {
    state,
    open: requestStates[state].open,
    closedAt: requestStates[state].open ? null : now.toISOString(),
    version: request.version + 1,
    decision: kind,
    decidedAt: now.toISOString(),
    decidedBy: reviewer,
    // What an earlier decision said no longer stands.
    ...(request.decision && { reasonCode: null, reply: null, alternative: null, availableUntil: null }),
    ...sealFacts(dataMap.requests, request._id, { reasonCode, reply: replyText, alternative }, member.key),
    ...(hasCopy && { availableUntil: new Date(now.getTime() + COPY_LIFE_MS).toISOString() }),
  };
}

/** The staff row afterwards: readable result, and the typed words gone, for they may speak of the person. */
export const processed = (state: Row<'requests'>['state'], now: Date) =>
  ({
    result: 'applied',
    resultMessage: staffCopy.applied(state),
    processedAt: now.toISOString(),
    replyText: null,
    alternative: null,
  }) as const;
