import { randomUUID } from 'node:crypto';
import { dataMap } from '../../src/contracts/data-map';
import type { EventType } from '../../src/contracts/events';
import { requestStates, type Decision, type RequestKind } from '../../src/contracts/request-vocabulary';
import type { StaffDecision } from '../../src/contracts/staff';
import { staffCopy } from '../copy/staff';
import { wouldMakeChild } from '../domain/child';
import { policyFor } from '../domain/policy/terms';
import { stateAfter } from '../domain/requests/decide';
import { executionOf, NO_CHANGE, type Execution } from '../domain/requests/execute';
import { recallOf } from '../platform/disclosures';
import type { Job } from '../platform/job';
import type { Member } from '../platform/member';
import { record } from '../platform/record';
import { removeResting } from '../platform/resting';
import { openRow, sealFacts, sealRow } from '../platform/sealing';
import type { Row, Transaction } from '../platform/store';

const eventOf = {
  approve: 'request.approved',
  partly: 'request.partly',
  refuse: 'request.refused',
  reply: 'request.replied',
  quote: 'request.quoted',
} as const satisfies Record<Decision, EventType>;

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

/** Why an approval changes nothing, by the sentence that tells staff. */
type Hindrance = 'notExecutable' | 'childDeclared';

function executed({ decision, request, member }: Standing, now: Date): Execution | Hindrance {
  if (decision.decision !== 'approve') return NO_CHANGE;
  const { age, grants, chain } = member.row;
  const { version, digest } = policyFor(member.row, now);
  const { details } = openRow(dataMap.requests, request, member.key);
  if (request.kind === 'correct' && wouldMakeChild(member.row, details)) return 'childDeclared';
  const situation = {
    age,
    grants,
    seq: chain.seq,
    at: now.toISOString(),
    policyVersion: version,
    policyDigest: digest,
  };
  return executionOf(request.kind, details, situation) ?? 'notExecutable';
}

/** The request's new columns: state, who decided and why, and the words for the person, sealed. */
function decidedColumns({ decision, request, member }: Standing, isAwaited: boolean, now: Date) {
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
const processed = (state: Row<'requests'>['state'], now: Date) =>
  ({
    result: 'applied',
    resultMessage: staffCopy.applied(state),
    processedAt: now.toISOString(),
    replyText: null,
    alternative: null,
  }) as const;

/**
 * Applies a standing decision: request, account, proof, audit row, message and the staff row in one transaction.
 * The audit row's id is the decision's, so a second run conflicts and changes nothing. Answers why, where the person's
 * words leave nothing that may be carried out. What rests on a withdrawn consent goes afterwards; should this die first, the
 * retention timer finishes it.
 */
export async function applyDecision(job: Job, standing: Standing): Promise<'applied' | Hindrance> {
  const { row, decision, request, member } = standing;
  const { store, now } = job;
  const execution = executed(standing, now);
  if (typeof execution === 'string') return execution;
  const cleared = Object.entries(execution.facts).flatMap(([name, value]) => (value === null ? [name] : []));
  const recall = recallOf(member, cleared, now, request._id);
  const columns = decidedColumns(standing, recall.rows.length > 0, now);
  const at = now.toISOString();
  const audit = {
    requestId: request._id,
    reviewer: decision.reviewer,
    action: 'decide',
    outcome: decision.decision,
    at,
  } as const;
  const message = {
    subject: member.id,
    template: 'request-answered',
    requestId: request._id,
    state: 'waiting',
    tries: 0,
    createdAt: at,
    nextAt: at,
  } as const;
  const body = {
    requestId: request._id,
    decision: decision.decision,
    reasonCode: decision.reasonCode ?? null,
  };
  await record(store, member, now, {
    events: [...execution.events, ...recall.events, { type: eventOf[decision.decision], body }],
    facts: {
      ...execution.facts,
      openRequests: member.row.openRequests + Number(columns.open) - Number(request.open),
    },
    // What an approved correction writes is what the person asked for.
    evidence: { act: 'subject' },
    also: async (transaction: Transaction) => {
      await transaction.add('audits', [sealRow(dataMap.audits, row._id, audit)]);
      await transaction.change('requests', request._id, columns);
      if (recall.rows.length > 0) await transaction.add('disclosures', recall.rows);
      await transaction.add('messages', [sealRow(dataMap.messages, randomUUID(), message)]);
      await transaction.change('staff_decisions', row._id, processed(columns.state, now));
    },
  });
  if (execution.withdrawn) await removeResting(store, execution.withdrawn, [member.id]);
  return 'applied';
}
