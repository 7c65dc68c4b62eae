import type { Call } from '../platform/handler';
import { findAccount } from '../platform/member';
import type { Row } from '../platform/store';

/** Who reads, where that is an active member; everybody else reads as a guest does. */
export async function readerOf(
  call: Pick<Call<unknown>, 'store' | 'openid'>,
): Promise<Row<'accounts'> | undefined> {
  const row = await findAccount(call);
  return row?.status === 'active' && row.lockedAt === undefined ? row : undefined;
}
