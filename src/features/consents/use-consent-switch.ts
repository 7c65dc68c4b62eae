import { consent } from '@/contracts/consent';
import type { Output } from '@/contracts/operation';
import { useSession } from '@/features/session/store';
import { keepChoice } from './kept-choices';
import { useSwitch } from './use-switch';

/** One consent item as the server answers it. */
export type ConsentItem = Output<typeof consent.current>['items'][number];

/** The switch of one purpose; see `useSwitch`. Counting stops with the tap, and begins with the server's word. */
export function useConsentSwitch(item: ConsentItem, policyVersion: string) {
  const { purpose } = item;
  const { choose: set, ...state } = useSwitch(consent.set, item, (granted) => ({
    purpose,
    granted,
    policyVersion,
  }));
  const choose = async (granted: boolean) => {
    const { count } = useSession.getState();
    if (purpose === 'analytics' && !granted) count(false);
    const isKept = await set(granted);
    if (isKept) keepChoice(purpose, granted);
    if (purpose === 'analytics' && isKept) count(granted);
  };
  return { ...state, choose };
}
