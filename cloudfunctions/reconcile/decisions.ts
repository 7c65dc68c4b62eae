import { ok } from '../../src/contracts/result';
import { INTAKE } from '../../src/contracts/staff';
import { staffCopy, submitWords } from '../copy/staff';
import { gt, oneOf } from '../platform/conditions';
import { faultOf } from '../platform/fault';
import { untilUncontested } from '../platform/handler';
import type { HasTime, Job } from '../platform/job';
import { log } from '../platform/log';
import type { Row } from '../platform/store';
import { Unreadable } from '../platform/unreadable';
import { recordLetter, typedInLetter } from './intake';
import { letterCodes } from './letter-code';
import { judgeDecision } from './judge';
import { refused, type Judged } from './judged';

type DecisionRow = Row<'staff_decisions'>;

const PAGE = 100;
const MOST = 500;
/** Rows judged side by side: most of a judgement is waiting for the database. */
const TOGETHER = 8;

const unjudged = [null, ''];

/** Who judges what is no decision about a request, by the word in `decision`. */
const aboutLetters: Readonly<Record<string, (job: Job, row: DecisionRow) => Promise<Judged>>> = {
  [INTAKE]: recordLetter,
  ...letterCodes,
};

const letterJudge = ({ decision }: DecisionRow) =>
  typeof decision === 'string' && Object.hasOwn(aboutLetters, decision) ? aboutLetters[decision] : undefined;

const judge = (job: Job, row: DecisionRow): Promise<Judged> => (letterJudge(row) ?? judgeDecision)(job, row);

/** Judges a row so that whatever is wrong with it stays with it: one bad row must never stop the ones behind. */
async function judgeAlone(job: Job, row: DecisionRow): Promise<Judged | undefined> {
  try {
    const judged = await untilUncontested(async () => ok(await judge(job, row)));
    return judged.ok ? judged.data : undefined;
  } catch (error) {
    log('error', { function: 'reconcile', fault: faultOf(error) });
    const isDamaged = error instanceof Unreadable;
    return refused(isDamaged ? staffCopy.unreadable : staffCopy.faulty);
  }
}

/** Writes the sentence into the row, unless another run has judged it meanwhile. */
const refuse = ({ store, now }: Job, row: DecisionRow, because: string) =>
  store.change(
    'staff_decisions',
    { _id: row._id, result: oneOf(unjudged) },
    {
      ...(letterJudge(row) && typedInLetter),
      result: 'rejected',
      resultMessage: because,
      processedAt: now.toISOString(),
    },
  );

/** The next page of rows to judge, by id; a row that could not be judged now is met again in the next run. */
const pageAfter = ({ store }: Job, after: string) =>
  store.find(
    'staff_decisions',
    { submit: oneOf(submitWords), result: oneOf(unjudged), ...(after && { _id: gt(after) }) },
    { orderBy: ['_id', 'asc'], limit: PAGE },
  );

/** Rows of one request, in their order: two decisions about it must meet one after the other. */
function byRequest(rows: readonly DecisionRow[]): DecisionRow[][] {
  const groups = new Map<string, DecisionRow[]>();
  for (const row of rows) {
    const about = typeof row.requestId === 'string' ? row.requestId : row._id;
    groups.set(about, [...(groups.get(about) ?? []), row]);
  }
  return [...groups.values()];
}

/**
 * Applies every submitted row while there is time, those of different requests side by side; a refused row gets its
 * sentence and changes nothing else. What is left is met by the next run.
 */
export async function applyDecisions(
  job: Job,
  hasTime: HasTime = () => true,
): Promise<{ applied: number; rejected: number }> {
  const counts = { applied: 0, rejected: 0 };
  const settle = async (rows: readonly DecisionRow[]) => {
    for (const row of rows) {
      if (!hasTime()) return;
      const judged = await judgeAlone(job, row);
      if (judged?.applied === false) await refuse(job, row, judged.because);
      counts.applied += Number(judged?.applied === true);
      counts.rejected += Number(judged?.applied === false);
    }
  };
  let after = '';
  for (let handled = 0; handled < MOST && hasTime(); handled += PAGE) {
    const rows = await pageAfter(job, after);
    const groups = byRequest(rows);
    for (let first = 0; first < groups.length; first += TOGETHER)
      await Promise.all(groups.slice(first, first + TOGETHER).map(settle));
    after = rows.at(-1)?._id ?? '';
    if (rows.length < PAGE) break;
  }
  return counts;
}
