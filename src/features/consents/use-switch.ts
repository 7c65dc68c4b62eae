import { useEffect, useState } from 'react';
import type { Input, Operation } from '@/contracts/operation';
import type { Failure } from '@/contracts/result';
import { useCall } from '@/features/call/use-call';

interface Choice {
  granted: boolean;
  since: string | null;
}

/** What a switch was made from, as the server last said it. */
type Known = Readonly<Choice>;

/** An operation that sets one choice and says what then holds. */
type Setting = Operation & { output: { _zod: { output: { granted: boolean; at: string } } } };

/**
 * One switch: the choice shows at once, is sent, and goes back with the reason when it was not kept. Taps while it is
 * being sent do nothing, so the server never hears two opposite wishes out of order. `choose` answers whether it was
 * kept.
 */
export function useSwitch<Op extends Setting>(
  operation: Op,
  known: Known,
  inputFor: (granted: boolean) => Input<Op>,
) {
  const { run, isRunning } = useCall(operation);
  const [chosen, setChosen] = useState<Choice>();
  const [failure, setFailure] = useState<Failure>();
  // What the server just said outweighs what was chosen before it.
  useEffect(() => {
    setChosen(undefined);
  }, [known]);

  const choose = async (wanted: boolean): Promise<boolean> => {
    if (isRunning) return false;
    const before = chosen;
    setFailure(undefined);
    setChosen({ granted: wanted, since: null });
    const result = await run(inputFor(wanted));
    if (result.ok) {
      const { granted, at } = result.data as { granted: boolean; at: string };
      setChosen({ granted, since: at });
    } else {
      setChosen(before);
      setFailure(result.error);
    }
    return result.ok;
  };
  const { granted, since }: Choice = chosen ?? known;
  return { granted, since, isRunning, failure, choose };
}
