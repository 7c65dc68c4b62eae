import { staffDecision, type StaffDecision } from '../../src/contracts/staff';
import { staffColumns, staffCopy, submitWords } from '../copy/staff';
import { objectionTo } from '../domain/requests/decide';
import { gt, oneOf } from '../platform/conditions';
import { faultOf } from '../platform/fault';
import { untilUncontested } from '../platform/handler';
import type { HasTime, Job } from '../platform/job';
import { log } from '../platform/log';
import { caseOf } from '../platform/member';
import type { Row } from '../platform/store';
import { ok, type Result } from '../../src/contracts/result';
import { mayDo } from '../../src/contracts/staff-roles';
import { applyDecision } from './apply';
import { roleOf } from './roles';

type DecisionRow = Row<'staff_decisions'>;
/** A judged row: refused with a sentence, or applied. */
type Judged = { applied: true } | { applied: false; because: string };

const PAGE = 100;
const MOST = 500;

/** Columns that are not staff's: ours, and those that CloudBase's data models add by themselves. */
const notStaffs = new Set([
  ...['_id', 'result', 'resultMessage', 'seenAt', 'processedAt'],
  ...['_openid', '_departmentList', 'owner', 'createdAt', 'createBy', 'updatedAt', 'updateBy'],
]);

const unjudged = [null, ''];

/** The row as staff filled it; what a form leaves blank counts as not filled. */
const filled = (row: DecisionRow) =>
  Object.fromEntries(
    Object.entries(row).filter(([column, value]) => !notStaffs.has(column) && value !== '' && value !== null),
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
  const role = roleOf(decision.reviewer);
  if (!role) return { applied: false, because: staffCopy.notStaff };
  if (!mayDo(role, decision.decision))
    return { applied: false, because: staffCopy.notYourRight(role, decision.decision) };
  const found = await caseOf(job.store, decision.requestId);
  if (found === 'unknown') return { applied: false, because: staffCopy.unknownRequest };
  if (found === 'frozen') return { applied: false, because: staffCopy.frozen };
  const { request, member } = found;
  const objection = objectionTo(request, decision);
  if (objection === 'stale') return { applied: false, because: staffCopy.stale(request.version) };
  if (objection === 'impossible') {
    return { applied: false, because: staffCopy.impossible(request.kind, request.state, decision.decision) };
  }
  if (objection) return { applied: false, because: staffCopy[objection] };
  const outcome = await applyDecision(job, { row, decision, request, member });
  return outcome === 'applied' ? { applied: true } : { applied: false, because: staffCopy[outcome] };
}

/** Judges a row so that whatever is wrong with it stays with it: one bad row must never stop the ones behind. */
async function judgeAlone(job: Job, row: DecisionRow): Promise<Judged | undefined> {
  try {
    const judged = await untilUncontested(async () => ok(await judge(job, row)));
    return judged.ok ? judged.data : undefined;
  } catch (error) {
    log('error', { function: 'reconcile', fault: faultOf(error) });
    return { applied: false, because: staffCopy.faulty };
  }
}

/** The next page of rows to judge, by id; a row that could not be judged now is met again in the next run. */
const pageAfter = ({ store }: Job, after: string) =>
  store.find(
    'staff_decisions',
    { submit: oneOf(submitWords), result: oneOf(unjudged), ...(after && { _id: gt(after) }) },
    { orderBy: ['_id', 'asc'], limit: PAGE },
  );

/**
 * Applies every submitted row, by id, while there is time; a refused row gets its sentence and changes nothing else.
 * What is left is met by the next run.
 */
export async function applyDecisions(
  job: Job,
  hasTime: HasTime = () => true,
): Promise<{ applied: number; rejected: number }> {
  const counts = { applied: 0, rejected: 0 };
  let after = '';
  for (let handled = 0; handled < MOST; handled += PAGE) {
    const rows = await pageAfter(job, after);
    for (const row of rows) {
      if (!hasTime()) return counts;
      const judged = await judgeAlone(job, row);
      if (judged?.applied === false) await refuse(job, row, judged.because);
      counts.applied += Number(judged?.applied === true);
      counts.rejected += Number(judged?.applied === false);
    }
    after = rows.at(-1)?._id ?? '';
    if (rows.length < PAGE) break;
  }
  return counts;
}

/** Writes the sentence into the row, unless another run has judged it meanwhile. */
const refuse = ({ store, now }: Job, row: DecisionRow, because: string) =>
  store.change(
    'staff_decisions',
    { _id: row._id, result: oneOf(unjudged) },
    { result: 'rejected', resultMessage: because, processedAt: now.toISOString() },
  );
