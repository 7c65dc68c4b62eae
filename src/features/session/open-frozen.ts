import { replace } from '@/platform/navigate';
import { useSession } from './store';

const leave = (): void => {
  replace('pages/privacy/frozen/index');
};

/**
 * After the server refused with FROZEN: takes the person to where the account can be restored; there, what was known
 * before the refusal must not be shown.
 */
export function openFrozen(): void {
  const { status, forget } = useSession.getState();
  if (status !== 'frozen') forget();
  leave();
}

/** Where the session said so: takes the person there too, unless it has learned better before the page was drawn. */
export function openStillFrozen(): void {
  if (useSession.getState().status === 'frozen') leave();
}
