import { replace } from '@/platform/navigate';
import { useSession } from './store';

/** Takes a frozen account to where it can be restored; there, what was known before the refusal must not be shown. */
export function openFrozen(): void {
  const { status, forget } = useSession.getState();
  if (status !== 'frozen') forget();
  replace('pages/privacy/frozen/index');
}
