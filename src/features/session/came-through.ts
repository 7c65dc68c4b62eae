import type { Failure } from '@/contracts/result';
import { session } from '@/contracts/session';
import { call } from '@/platform/call';

/**
 * Whether a write that the network seems to have lost came through all the same: the session is asked once whether the
 * person is somebody else than before it. For what is never sent again by itself because it spends a proof.
 */
export async function cameThrough({ code }: Failure, before: string): Promise<boolean> {
  if (code !== 'NETWORK') return false;
  const now = await call(session.session, {});
  return now.ok && now.data.status !== before;
}
