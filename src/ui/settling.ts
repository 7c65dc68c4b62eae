import { createContext, useEffect, useState } from 'react';

/** Longer than the second tap of a double tap takes. */
const SETTLES_MS = 400;

/** Whether what asks has only just come up: its buttons take no taps yet. */
export const Settling = createContext(false);

/** True for a moment after `open`, so that a tap meant for what was there before answers nothing unread. */
export function useSettling(open: boolean): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!open) return undefined;
    const timer = setTimeout(() => {
      setSettled(true);
    }, SETTLES_MS);
    return () => {
      clearTimeout(timer);
      setSettled(false);
    };
  }, [open]);
  return open && !settled;
}
