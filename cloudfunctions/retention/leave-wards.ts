import { gt, oneOf } from '../platform/conditions';
import { Fault } from '../platform/fault';
import type { Job } from '../platform/job';
import { openedMember, type Member } from '../platform/member';
import { record } from '../platform/record';
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

/** The ward with its key; undefined where the key does not open, for erasing needs none and must not wait for one. */
async function opened(ward: Row<'accounts'>): Promise<Member | undefined> {
  try {
    return await openedMember(ward);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

/** Freezes one ward, due at once; a chain that nobody can write to any more is only ended by the erasing. */
async function leave({ store, now }: Job, ward: Row<'accounts'>): Promise<void> {
  const facts = { status: 'frozen', eraseAfter: now.toISOString() } as const;
  const member = await opened(ward);
  if (!member) {
    await store.change('accounts', { _id: ward._id, status: ward.status }, facts);
    return;
  }
  const body = { eraseAfter: facts.eraseAfter };
  await record(store, member, now, { events: [{ type: 'account.guardian-left', body }], facts });
}

/**
 * The children of guardians who are being erased leave with them: a child's data rests on a consent that its guardian must
 * be able to see and withdraw at any time (PIPL 15, 31), and nobody could any more. They are frozen without a way back
 * and fall due at once, so the same run erases them. Another guardian can consent to a new account. All of them, however
 * many, before a guardian's own row goes, for that leads to them. May be killed anywhere and run twice.
 */
export async function leaveWards(job: Job, { people }: Batch): Promise<void> {
  const guardians = people.map(({ id }) => id);
  const isStaying = (row: Row<'accounts'>) =>
    row.status === 'active' || (row.eraseAfter ?? '') > job.now.toISOString();
  for (let after = ''; ;) {
    const wards = await wardsAfter(job, guardians, after);
    for (const ward of wards.filter(isStaying)) await leave(job, ward);
    after = wards.at(-1)?._id ?? '';
    if (wards.length < PAGE) return;
  }
}
