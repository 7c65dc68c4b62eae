import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Input, Operation, Output } from '@/contracts/operation';
import type { Failure, Result } from '@/contracts/result';
import { call } from '@/platform/call';
import { joinEqual } from './join-equal';

/** Where a call stands, as a page shows it. `data` stays while a reload runs or fails, so nothing flickers away. */
export interface CallState<T> {
  isRunning: boolean;
  data?: T;
  failure?: Failure;
}

/**
 * One operation for a button: `run` answers the result and keeps it in `state`. While it runs, the same input is not
 * sent again but gets the same answer, so an impatient second tap writes nothing twice; of different inputs `state` is
 * the latest one's.
 */
export function useCall<Op extends Operation>(operation: Op) {
  const [state, setState] = useState<CallState<Output<Op>>>({ isRunning: false });
  const ask = useMemo(() => joinEqual((input: Input<Op>) => call(operation, input)), [operation]);
  const runs = useRef(0);
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const run = useCallback(
    async (input: Input<Op>): Promise<Result<Output<Op>>> => {
      runs.current += 1;
      const mine = runs.current;
      setState(({ data }) => ({ isRunning: true, ...(data !== undefined && { data }) }));
      const result = await ask(input);
      if (isMounted.current && mine === runs.current) {
        setState(({ data }) =>
          result.ok
            ? { isRunning: false, data: result.data }
            : { isRunning: false, failure: result.error, ...(data !== undefined && { data }) },
        );
      }
      return result;
    },
    [ask],
  );
  return { ...state, run };
}
