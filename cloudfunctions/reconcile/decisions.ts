import { staffDecision, type StaffDecision } from '../../src/contracts/staff';
import { staffColumns, staffCopy } from '../copy/staff';
import { objectionTo } from '../domain/requests/decide';
import { untilUncontested } from '../platform/handler';
import type { Job } from '../platform/job';
import { memberById } from '../platform/member';
import type { Row } from '../platform/store';
import { ok, type Result } from '../../src/contracts/result';
import { applyDecision } from './apply';

type DecisionRow = Row<'staff_decisions'>;
/** A judged row: refused with a sentence, or applied. */
type Judged = { applied: true } | { applied: false; because: string };

const PAGE = 100;
const MOST = 500;
const written = new Set(['_id', 'result', 'resultMessage', 'processedAt']);

/** The row as staff filled it; what a form leaves blank counts as not filled. */
const filled = (row: DecisionRow) =>
  Object.fromEntries(
    Object.entries(row).filter(([column, value]) => !written.has(column) && value !== '' && value !== null),
  );

function parsed(row: DecisionRow): Result<StaffDecision> | string {
  const result = staffDecision.safeParse(filled(row));
  if (result.success) return ok(result.data);
  const [issue] = result.error.issues;
  const column = String(issue?.path[0] ?? '');
  return issue?.code === 'unrecognized_keys' || !Object.hasOwn(staffColumns, column)
    ? staffCopy.unknownColumn
    : staffCopy.malformed(staffColumns[column] ?? column);
}

/** Judges one row and, when it stands, applies it with its audit row in one transaction. */
async function judge(job: Job, row: DecisionRow): Promise<Judged> {
  const decided = parsed(row);
  if (typeof decided === 'string') return { applied: false, because: decided };
  if (!decided.ok) return { applied: false, because: decided.error.message };
  const decision = decided.data;
  const request = await job.store.get('requests', decision.requestId);
  if (!request) return { applied: false, because: staffCopy.unknownRequest };
  const objection = objectionTo(request, decision);
  if (objection === 'stale') return { applied: false, because: staffCopy.stale(request.version) };
  if (objection === 'impossible') {
    return { applied: false, because: staffCopy.impossible(request.kind, request.state, decision.decision) };
  }
  if (objection) return { applied: false, because: staffCopy[objection] };
  const member = await memberById(job.store, request.subject);
  if (member?.row.status !== 'active') return { applied: false, because: staffCopy.frozen };
  const applied = await applyDecision(job, { row, decision, request, member });
  return applied ? { applied: true } : { applied: false, because: staffCopy.notExecutable };
}

/** Applies every submitted row, oldest first by id; a refused row gets its sentence and changes nothing else. */
export async function applyDecisions(job: Job): Promise<{ applied: number; rejected: number }> {
  const counts = { applied: 0, rejected: 0 };
  for (let handled = 0; handled < MOST;) {
    const rows = await job.store.find('staff_decisions', { submit: true, result: null }, { limit: PAGE });
    for (const row of rows) {
      const judged = await untilUncontested(async () => ok(await judge(job, row)));
      if (!judged.ok) continue;
      if (judged.data.applied) counts.applied += 1;
      else {
        counts.rejected += 1;
        await refuse(job, row, judged.data.because);
      }
    }
    handled += rows.length;
    if (rows.length < PAGE) break;
  }
  return counts;
}

/** Writes the sentence into the row, unless another run has judged it meanwhile. */
const refuse = ({ store, now }: Job, row: DecisionRow, because: string) =>
  store.change(
    'staff_decisions',
    { _id: row._id, result: null },
    { result: 'rejected', resultMessage: because, processedAt: now.toISOString() },
  );
