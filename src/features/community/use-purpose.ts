import { useCallback, useState } from 'react';
import { consent } from '@/contracts/consent';
import type { Failure } from '@/contracts/result';
import { useAlone } from '@/features/call/use-alone';
import { useCall } from '@/features/call/use-call';
import type { ConsentItem } from '@/features/consents/use-consent-switch';
import { useSession } from '@/features/session/store';
import { leadsAway } from './lead-away';

/** What the person is shown between the tap and what it asked for. */
export type PurposeStep =
  /** To be agreed to first. */
  | { at: 'consent'; item: ConsentItem; policyVersion: string }
  | { at: 'child' }
  | { at: 'failure'; failure: Failure };

const stepOf = (failure: Failure): PurposeStep | undefined => {
  if (failure.code === 'CHILD_LIMITED') return { at: 'child' };
  return leadsAway(failure) ? undefined : { at: 'failure', failure };
};

/**
 * A tap that needs a purpose of its own. Each one asks the ledger anew, so that nothing goes on before it holds the
 * grant nor after it was withdrawn (P54); whoever refuses is not asked again until they tap again (P09).
 */
export function usePurpose(purpose: string, onGranted: () => void) {
  const { run: askLedger } = useCall(consent.current);
  const { run: grant } = useCall(consent.set);
  const [step, setStep] = useState<PurposeStep>();
  const { alone } = useAlone();

  const goOn = (work: () => Promise<PurposeStep | undefined>) =>
    alone(async () => {
      setStep(undefined);
      setStep(await work());
    });

  /** Whether the ledger holds the grant now; undefined where it could not be asked. */
  const isGranted = useCallback(async (): Promise<boolean | undefined> => {
    const answer = await askLedger({});
    return answer.ok ? answer.data.items.some((item) => item.purpose === purpose && item.granted) : undefined;
  }, [askLedger, purpose]);

  const begin = () =>
    goOn(async () => {
      if (useSession.getState().status === 'child') return { at: 'child' };
      const answer = await askLedger({});
      if (!answer.ok) return stepOf(answer.error);
      const { items, policyVersion } = answer.data;
      const item = items.find((each) => each.purpose === purpose);
      if (item?.granted !== true) return item && { at: 'consent', item, policyVersion };
      onGranted();
      return undefined;
    });

  const agree = (policyVersion: string) =>
    goOn(async () => {
      const answer = await grant({ purpose, granted: true, policyVersion });
      if (!answer.ok) return stepOf(answer.error);
      onGranted();
      return undefined;
    });

  const dismiss = () => {
    setStep(undefined);
  };
  return { step, begin, agree, dismiss, isGranted };
}
