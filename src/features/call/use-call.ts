import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Operation, Output } from '@/contracts/operation';
import type { Failure, Result } from '@/contracts/result';
import { call } from '@/platform/call';

/** Where a call stands, as a page shows it. `data` stays while a reload runs or fails, so nothing flickers away. */
export interface CallState<T> {
  isRunning: boolean;
  data?: T;
  failure?: Failure;
}

/**
 * One operation for a button: `run` answers the result and keeps it in `state`. While it runs, another `run` is not
 * sent but gets the same answer, so an impatient second tap writes nothing twice.
 */
export function useCall<Op extends Operation>(operation: Op) {
  const [state, setState] = useState<CallState<Output<Op>>>({ isRunning: false });
  const underWay = useRef<Promise<Result<Output<Op>>> | undefined>(undefined);
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const run = useCallback(
    (input: Input<Op>): Promise<Result<Output<Op>>> => {
      if (underWay.current) return underWay.current;
      setState(({ data }) => ({ isRunning: true, ...(data !== undefined && { data }) }));
      const answer = call(operation, input).then((result) => {
        underWay.current = undefined;
        if (isMounted.current) {
          setState(({ data }) =>
            result.ok
              ? { isRunning: false, data: result.data }
              : { isRunning: false, failure: result.error, ...(data !== undefined && { data }) },
          );
        }
        return result;
      });
      underWay.current = answer;
      return answer;
    },
    [operation],
  );
  return { ...state, run };
}
