import { useEffect, useRef, useState } from 'react';
import { community } from '@/contracts/community';
import type { Failure } from '@/contracts/result';
import { useCall } from '@/features/call/use-call';
import { useFresh } from './fresh';
import { leadsAway } from './lead-away';
import type { Proposal } from './model';

/**
 * Supporting a proposal: it shows at once, and goes back with the reason when it was not kept. Taps while it is being
 * sent do nothing, so the server never hears two opposite wishes out of order.
 */
export function useSupport(proposal: Proposal) {
  const { run } = useCall(community.support);
  const [chosen, setChosen] = useState<{ on: boolean; supports: number }>();
  const [failure, setFailure] = useState<Failure>();
  const isSending = useRef(false);
  // What the server just said outweighs what was chosen before it.
  useEffect(() => {
    if (!isSending.current) setChosen(undefined);
  }, [proposal]);
  const { on, supports } = chosen ?? { on: proposal.isSupported, supports: proposal.supports };

  const toggle = async () => {
    if (isSending.current) return;
    isSending.current = true;
    setFailure(undefined);
    setChosen({ on: !on, supports: Math.max(0, supports + (on ? -1 : 1)) });
    const result = await run({ id: proposal.id, on: !on });
    isSending.current = false;
    if (result.ok) {
      setChosen({ on: result.data.on, supports: result.data.supports });
      useFresh.getState().tell(proposal.id, result.data.supports);
      return;
    }
    setChosen({ on, supports });
    if (!leadsAway(result.error)) setFailure(result.error);
  };
  return { on, supports, toggle, failure };
}
