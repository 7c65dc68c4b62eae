import { randomUUID } from 'node:crypto';
import { dataMap } from '../../src/contracts/data-map';
import type { EventType } from '../../src/contracts/events';
import type { Decision } from '../../src/contracts/request-vocabulary';
import { policyFor } from '../domain/policy/terms';
import { executionOf, NO_CHANGE, type Execution, type Hindrance } from '../domain/requests/execute';
import { recallOf } from '../platform/disclosures';
import type { Job } from '../platform/job';
import { record } from '../platform/record';
import { removeResting } from '../platform/resting';
import { openRow, sealRow } from '../platform/sealing';
import type { Transaction } from '../platform/store';
import { decidedColumns, processed, type Standing } from './decided';

const eventOf = {
  approve: 'request.approved',
  partly: 'request.partly',
  refuse: 'request.refused',
  reply: 'request.replied',
  quote: 'request.quoted',
} as const satisfies Record<Decision, EventType>;

function executed({ decision, request, member }: Standing, now: Date): Execution | Hindrance {
  if (decision.decision !== 'approve') return NO_CHANGE;
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
  };
  return executionOf(request.kind, details, situation);
}

/**
 * Applies a standing decision: request, account, proof, audit row, message and the staff row in one transaction. The
 * audit row's id is the decision's, so a second run conflicts and changes nothing. Answers why, where the person's
 * words leave nothing that may be carried out. What rests on a withdrawn consent goes afterwards; should this die
 * first, the retention timer finishes it.
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
