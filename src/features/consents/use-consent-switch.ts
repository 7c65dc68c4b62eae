import { useEffect, useState } from 'react';
import { consent } from '@/contracts/consent';
import type { Output } from '@/contracts/operation';
import type { Failure } from '@/contracts/result';
import { useCall } from '@/features/call/use-call';

/** One consent item as the server answers it. */
export type ConsentItem = Output<typeof consent.current>['items'][number];

interface Choice {
  granted: boolean;
  since: string | null;
}

/**
 * The switch of one purpose: the choice shows at once, is sent, and goes back with the reason when it was not kept.
 * Taps while it is being sent do nothing, so the server never hears two opposite wishes out of order.
 */
export function useConsentSwitch(item: ConsentItem, policyVersion: string) {
  const { run, isRunning } = useCall(consent.set);
  const [chosen, setChosen] = useState<Choice>();
  const [failure, setFailure] = useState<Failure>();
  // What the server just said outweighs what was chosen before it.
  useEffect(() => {
    setChosen(undefined);
  }, [item]);

  const choose = async (granted: boolean) => {
    if (isRunning) return;
    const before = chosen;
    setFailure(undefined);
    setChosen({ granted, since: null });
    const result = await run({ purpose: item.purpose, granted, policyVersion });
    if (result.ok) setChosen({ granted: result.data.granted, since: result.data.at });
    else {
      setChosen(before);
      setFailure(result.error);
    }
  };
  const { granted, since }: Choice = chosen ?? item;
  return { granted, since, isRunning, failure, choose };
}
