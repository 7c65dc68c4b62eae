import { decisions } from '../../src/contracts/decisions';
import { staffDecision, type StaffDecision } from '../../src/contracts/staff';
import { mayDo } from '../../src/contracts/staff-roles';
import { staffCopy } from '../copy/staff';
import { allowedDecisions } from '../domain/requests/moves';
import { objectionTo, type Circumstances } from '../domain/requests/decide';
import { caseOf, type Case } from '../platform/case';
import { gt, oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import type { Row, Store } from '../platform/store';
import { applyDecision } from './apply';
import { freeRequests } from './free-requests';
import { readForm } from './form';
import { refused, type Judged } from './judged';
import { mayHandle, roleOf } from './roles';

type DecisionRow = Row<'staff_decisions'>;

const YEAR_MS = 365 * 24 * 60 * 60_000;
/** Kinds whose work may cost something when it is asked for again and again (policy 8.6). */
const counted = ['access', 'copy'];
/** What was taken back, repeated, replaced or not claimed yet is answered by nobody, so it counts for nothing. */
const uncounted = ['cancelled', 'duplicate', 'replaced', 'submitted'];
/** More than anybody asks in a year of what still counts. */
const MOST_ASKED = 1000;

/** Whether this is one of the person's first requests of the year before it, whatever came after (P61). */
async function isFree(store: Store, { _id, subject, submittedAt }: Row<'requests'>): Promise<boolean> {
  const since = new Date(Date.parse(submittedAt) - YEAR_MS).toISOString();
  const asked = await store.find(
    'requests',
    { subject, submittedAt: gt(since), kind: oneOf(counted) },
    { orderBy: ['submittedAt', 'asc'], limit: MOST_ASKED, only: ['_id', 'state'] },
  );
  const place = asked.filter((row) => !uncounted.includes(row.state)).findIndex((row) => row._id === _id);
  return place < freeRequests();
}

/** Looks up what only this decision needs to know. */
async function circumstancesOf(
  store: Store,
  { duplicateOf, decision }: StaffDecision,
  { request }: Case,
): Promise<Circumstances> {
  const { _id, subject, kind, askedBy } = request;
  if (decision === 'quote') return { isFree: await isFree(store, request) };
  if (decision !== 'duplicate' || duplicateOf === undefined || duplicateOf === _id) return {};
  const other = await store.get('requests', duplicateOf);
  // The other one must be the one that is, or was, answered: else both would be closed without a word.
  const isAnswered = other?.kind === kind && !uncounted.includes(other.state);
  // Who asked must be able to read the other one.
  return { isTheirs: isAnswered && other.subject === subject && other.askedBy === askedBy };
}

/** Judges one row about a request and, when it stands, applies it with its audit row in one transaction. */
export async function judgeDecision(job: Job, row: DecisionRow): Promise<Judged> {
  const read = readForm(staffDecision, row);
  if (!read.ok) return refused(read.because);
  const decided = read.form;
  const role = roleOf(decided.reviewer);
  if (!role) return refused(staffCopy.notStaff);
  if (!mayDo(role, decided.decision)) return refused(staffCopy.notYourRight(role, decided.decision));
  const found = await caseOf(job.store, decided.requestId);
  if (typeof found === 'string') return refused(staffCopy.noCase[found]);
  const { request } = found;
  if (!mayHandle(decided.reviewer, request)) return refused(staffCopy.minorsOnly);
  const circumstances = await circumstancesOf(job.store, decided, found);
  const objection = objectionTo(request, decided, circumstances);
  if (objection === 'stale') return refused(staffCopy.stale(request.version));
  if (objection === 'impossible')
    return refused(staffCopy.impossible(request, decided.decision, allowedDecisions(request)));
  if (objection === 'stillFree') return refused(staffCopy.stillFree(freeRequests()));
  if (objection) return refused(staffCopy.objections(decisions[decided.decision].label)[objection]);
  const outcome = await applyDecision(job, { row, decision: decided, ...found });
  if (outcome === 'applied') return { applied: true };
  if (typeof outcome === 'string') return refused(staffCopy[outcome]);
  return refused(staffCopy.misnamed(outcome.misnamed, outcome.items, decided.decision === 'endorse'));
}
