import { ok, type Result } from '../../src/contracts/result';
import { isRestorable } from '../domain/standing';
import { gt, oneOf } from '../platform/conditions';
import { Fault, faultOf } from '../platform/fault';
import { untilUncontested } from '../platform/handler';
import type { Job } from '../platform/job';
import { freezeForGood } from '../platform/keyless';
import { log } from '../platform/log';
import type { Row } from '../platform/store';
import type { Batch } from './people';

const PAGE = 1000;

/** A page of the children of these guardians who are not gone yet, by id; who has grown up stays (PIPL 31). */
function wardsAfter({ store }: Job, guardians: readonly string[], after: string): Promise<Row<'accounts'>[]> {
  const filter = {
    guardian: oneOf(guardians),
    age: 'child',
    status: oneOf(['active', 'frozen'] as const),
    ...(after !== '' && { _id: gt(after) }),
  } as const;
  return store.find('accounts', filter, { orderBy: ['_id', 'asc'], limit: PAGE });
}

/** Whether a ward would still be there tomorrow if nobody did anything. */
const isStaying = (ward: Row<'accounts'>, now: Date) => ward.status === 'active' || isRestorable(ward, now);

/** Freezes one ward as it is now, due at once. */
async function leave({ store, now }: Job, id: string): Promise<Result<undefined>> {
  const ward = await store.get('accounts', id);
  if (ward && isStaying(ward, now)) await freezeForGood(store, ward, now, 'account.guardian-left');
  return ok(undefined);
}

/** Whether a ward is leaving now; where its chain cannot go on, or the database refuses, it is not. */
async function isLeaving(job: Job, { _id }: Row<'accounts'>): Promise<boolean> {
  try {
    return (await untilUncontested(() => leave(job, _id))).ok;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    log('error', { function: 'retention', fault: faultOf(error) });
    return false;
  }
}

/**
 * The children of guardians who are being erased leave with them: a child's data rests on a consent that its guardian
 * must be able to see and withdraw at any time (PIPL 15, 31), and nobody could any more. They are frozen without a way
 * back and fall due at once, so the same run erases them. Another guardian can consent to a new account. Precondition:
 * the guardians' chains are ended, so none of them can come back and no child can be added. All wards, however many,
 * before a guardian's own row goes, for that leads to them; answers the guardians of whom a child could not follow yet.
 * May be killed anywhere and run twice.
 */
export async function leaveWards(job: Job, { people }: Batch): Promise<Set<string>> {
  const waiting = new Set<string>();
  const guardians = people.map(({ id }) => id);
  if (guardians.length === 0) return waiting;
  for (let after = ''; ;) {
    const wards = await wardsAfter(job, guardians, after);
    for (const ward of wards.filter((row) => isStaying(row, job.now)))
      if (!(await isLeaving(job, ward))) waiting.add(ward.guardian ?? '');
    after = wards.at(-1)?._id ?? '';
    if (wards.length < PAGE) return waiting;
  }
}
