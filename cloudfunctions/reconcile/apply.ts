import { dataMap } from '../../src/contracts/data-map';
import type { RequestState } from '../../src/contracts/request-vocabulary';
import type { StaffDecision } from '../../src/contracts/staff';
import { staffCopy } from '../copy/staff';
import { policyFor } from '../domain/policy/terms';
import { copyUntil } from '../domain/requests/copy';
import { moveOf } from '../domain/requests/decide';
import { decidersAfter } from '../domain/requests/deciders';
import {
  executionOf,
  isHindrance,
  NO_CHANGE,
  type Execution,
  type Hindrance,
} from '../domain/requests/execute';
import { moves, type MoveName } from '../domain/requests/moves';
import { NO_ANSWER } from '../domain/requests/unanswered';
import type { Case } from '../platform/case';
import { eraseAfterNow } from '../platform/cooling-off';
import { recallOf } from '../platform/disclosures';
import type { Job } from '../platform/job';
import { messageRow } from '../platform/message-row';
import { moveRequest } from '../platform/move-request';
import { relisting } from '../platform/relist';
import { removeResting } from '../platform/resting';
import { openRow } from '../platform/sealing';
import type { Change, Row } from '../platform/store';
import { enteredBy, staffAudit } from './staff-audit';

/** Everything that one standing decision touches. */
export interface Decision extends Case {
  row: Row<'staff_decisions'>;
  decision: StaffDecision;
}

/**
 * What the decision changes in the account: what was asked for, or the part that staff name. A proposal changes
 * nothing, but is judged as if it stood: a wrong one is its proposer's to mend, not the endorser's to find.
 */
function executed({ decision, request, member }: Decision, now: Date): Execution | Hindrance {
  const isPart =
    decision.decision === 'partly' || (decision.decision === 'endorse' && request.decision === 'partly');
  const items = decision.items ?? request.items;
  const isDue = decision.decision === 'approve' || (isPart && items !== undefined);
  if (!isDue) return NO_CHANGE;
  const { age, grants, chain } = member.row;
  const { version, digest } = policyFor(member.row, now);
  const { details } = openRow(dataMap.requests, request, member.key);
  const situation = {
    age,
    grants,
    seq: chain.seq,
    at: now.toISOString(),
    policyVersion: version,
    policyDigest: digest,
    items: isPart ? items : decision.items,
    isInPart: isPart,
    eraseAfter: eraseAfterNow(member.row, now),
  };
  const execution = executionOf(request.kind, details, situation);
  return moveOf(decision) === 'propose' && !isHindrance(execution) ? NO_CHANGE : execution;
}

/** Where a decision leads, where its move knows several ends. */
function endOf({ decision, request }: Decision, isAwaited: boolean): RequestState | undefined {
  // What recipients must delete too is done only when each has answered (P51).
  if (isAwaited) return 'executing';
  if (decision.decision === 'endorse') return request.decision === 'partly' ? 'partly' : 'refused';
  // By its steps, for the words of an appeal can be spoilt by hand; the ledger tells it the same way.
  const isAppealed = request.history?.some(({ state }) => state === 'appealed') === true;
  if (decision.decision === 'return') return isAppealed ? 'appealed' : 'in_review';
  return undefined;
}

/** The request's plain columns by the decision: who decided what, why, and until when a copy may be fetched. */
function columnsOf({ decision, request }: Decision, now: Date): Change<'requests'> {
  const { decision: name, reasonCode, reviewer, fee, duplicateOf } = decision;
  const deciders = decidersAfter(request.deciders ?? [], moveOf(decision), reviewer);
  const decidedAt = now.toISOString();
  if (name === 'endorse') return { deciders, decidedAt };
  if (name === 'return') return { ...NO_ANSWER, deciders };
  const availableUntil = copyUntil(request.kind, { decision: name, decidedAt });
  return {
    ...(request.decision && NO_ANSWER),
    decision: name,
    deciders,
    decidedAt,
    ...(reasonCode && { reasonCode }),
    ...(fee !== undefined && { fee: Math.round(fee * 100) }),
    // What an answer before this one named is named no more.
    duplicateOf: duplicateOf ?? null,
    ...(decision.items !== undefined && { items: decision.items }),
    ...(availableUntil !== undefined && { availableUntil }),
  };
}

/** What the person's chain says of a decision; of a proposal only that there is one, until it is endorsed (P20). */
function bodyOf({ decision, request }: Decision, name: MoveName): Readonly<Record<string, unknown>> {
  if (name === 'propose' || name === 'return') return {};
  const decided = name === 'endorse' ? request : decision;
  const { duplicateOf } = decided;
  return {
    decision: decided.decision,
    reasonCode: decided.reasonCode ?? null,
    ...(duplicateOf !== undefined && { duplicateOf }),
  };
}

/** The staff row afterwards: readable result, and the typed words gone, for they may speak of the person. */
const processed = (state: RequestState, { verifiedBy }: Row<'requests'>, now: Date) =>
  ({
    result: 'applied',
    resultMessage: staffCopy.applied(state, verifiedBy === 'code'),
    processedAt: now.toISOString(),
    replyText: null,
    alternative: null,
  }) as const;

/**
 * Applies a standing decision: request, account, proof, audit row, message and the staff row in one transaction. The
 * audit row's id is the decision's, so a second run conflicts and changes nothing. Answers why, where the person's
 * words leave nothing that may be carried out. What rests on a withdrawn consent goes afterwards; should this die
 * first, the retention timer finishes it.
 */
export async function applyDecision(job: Job, decided: Decision): Promise<'applied' | Hindrance> {
  const { row, decision, request, member } = decided;
  const { store, now } = job;
  const execution = executed(decided, now);
  if (isHindrance(execution)) return execution;
  const cleared = Object.entries(execution.facts).flatMap(([name, value]) => (value === null ? [name] : []));
  const recall = recallOf(member, cleared, now, request._id);
  const name = moveOf(decision);
  const end = endOf(decided, recall.rows.length > 0);
  const state = end ?? moves[name].to[0];
  const { replyText: reply, alternative } = decision;
  const relist =
    execution.facts.status === 'frozen' ? await relisting(store, member, now, request._id) : undefined;
  await moveRequest(store, decided, name, now, {
    ...(end && { to: end }),
    columns: columnsOf(decided, now),
    words: { ...(reply && { reply }), ...(alternative && { alternative }) },
    events: [...execution.events, ...recall.events],
    body: bodyOf(decided, name),
    facts: execution.facts,
    // What an approved correction writes is what the person asked for.
    evidence: { act: 'subject' },
    also: async (transaction) => {
      const audit = {
        requestId: request._id,
        reviewer: decision.reviewer,
        outcome: decision.decision,
        ...enteredBy(row),
      };
      await transaction.add('audits', [staffAudit('decide', audit, now, row._id)]);
      if (recall.rows.length > 0) await transaction.add('disclosures', recall.rows);
      await relist?.(transaction);
      const until = execution.facts.eraseAfter;
      if (until) await transaction.add('messages', [messageRow(member.id, 'account-frozen', { until }, now)]);
      await transaction.change('staff_decisions', row._id, processed(state, request, now));
    },
  });
  if (execution.withdrawn) await removeResting(store, execution.withdrawn, [member.id]);
  return 'applied';
}
