import type { Failure } from '@/contracts/result';
import { session } from '@/contracts/session';
import { call } from '@/platform/call';
import { useSession } from './store';

/**
 * Whether a write that the network seems to have lost came through all the same: the session is asked once whether the
 * person is somebody else by now. For what is never sent again by itself because it spends a proof.
 */
export async function cameThrough({ code }: Failure): Promise<boolean> {
  if (code !== 'NETWORK') return false;
  const { status } = useSession.getState();
  const now = await call(session.session, {});
  return now.ok && now.data.status !== status;
}
