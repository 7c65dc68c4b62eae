import { useCallback, useRef, useState } from 'react';

/** Work that is done one at a time: while it runs, from the tap to the end, another tap does nothing. */
export function useAlone() {
  const [isRunning, setIsRunning] = useState(false);
  const isBusy = useRef(false);
  const alone = useCallback(async (work: () => Promise<unknown>): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setIsRunning(true);
    try {
      await work();
    } finally {
      isBusy.current = false;
      setIsRunning(false);
    }
  }, []);
  return { isRunning, alone };
}
