import { consent } from '@/contracts/consent';
import { useSwitch } from '@/features/consents/use-switch';
import type { Choice } from './model';

/** The switch of one recipient; see `useSwitch`. */
export function useShareSwitch(choice: Choice, policyVersion: string) {
  return useSwitch(consent.share, choice, (granted) => ({
    recipient: choice.recipient,
    granted,
    policyVersion,
  }));
}
