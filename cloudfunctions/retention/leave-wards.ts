import { gt, oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import { openedMember, record } from '../platform/member';
import type { Row } from '../platform/store';
import type { Batch } from './people';

const PAGE = 1000;

/** A page of the children of these guardians who are not gone yet, by id. */
function wardsAfter({ store }: Job, guardians: readonly string[], after: string): Promise<Row<'accounts'>[]> {
  const filter = {
    guardian: oneOf(guardians),
    status: oneOf(['active', 'frozen'] as const),
    ...(after !== '' && { _id: gt(after) }),
  };
  return store.find('accounts', filter, { orderBy: ['_id', 'asc'], limit: PAGE });
}

/**
 * The children of guardians who are being erased leave with them: a child's data rests on a consent that its guardian must
 * be able to see and withdraw at any time (PIPL 15, 31), and nobody could any more. They are frozen without a way back
 * and fall due at once, so the same run erases them. Another guardian can consent to a new account. All of them, however
 * many, before a guardian's own row goes, for that leads to them. May be killed anywhere and run twice.
 */
export async function leaveWards(job: Job, { people }: Batch): Promise<void> {
  const guardians = people.map(({ id }) => id);
  const eraseAfter = job.now.toISOString();
  const isStaying = (row: Row<'accounts'>) => row.status === 'active' || (row.eraseAfter ?? '') > eraseAfter;
  for (let after = ''; ;) {
    const wards = await wardsAfter(job, guardians, after);
    for (const ward of wards.filter(isStaying)) {
      await record(job.store, await openedMember(ward), job.now, {
        events: [{ type: 'account.guardian-left', body: { eraseAfter } }],
        facts: { status: 'frozen', eraseAfter },
      });
    }
    after = wards.at(-1)?._id ?? '';
    if (wards.length < PAGE) return;
  }
}
