import { oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import { openedMember, record } from '../platform/member';
import type { Batch } from './people';

/** More children than a batch's guardians have; what is left over waits for the batch's next round. */
const MOST_WARDS = 1000;

/**
 * The children of guardians who are being erased leave with them: a child's data rests on a consent that its guardian must
 * be able to see and withdraw at any time (PIPL 15, 31), and nobody could any more. They are frozen without a way back
 * and fall due at once, so the same run erases them. Another guardian can consent to a new account. May run twice.
 */
export async function leaveWards({ store, now }: Job, { people }: Batch): Promise<void> {
  const filter = {
    guardian: oneOf(people.map(({ id }) => id)),
    status: oneOf(['active', 'frozen'] as const),
  };
  const wards = await store.find('accounts', filter, { limit: MOST_WARDS });
  const eraseAfter = now.toISOString();
  for (const ward of wards.filter((row) => row.status === 'active' || (row.eraseAfter ?? '') > eraseAfter)) {
    await record(store, await openedMember(ward), now, {
      events: [{ type: 'account.guardian-left', body: { eraseAfter } }],
      facts: { status: 'frozen', eraseAfter },
    });
  }
}
