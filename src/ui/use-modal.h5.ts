import { useEffect, useId, useRef } from 'react';

const CAN_HOLD_FOCUS = '[tabindex="0"], input, textarea';

/** Where Tab goes from the last part of a box, and Shift+Tab from the first: round to the other end. */
function turnRound(box: HTMLElement, event: KeyboardEvent): void {
  const stops = [...box.querySelectorAll<HTMLElement>(CAN_HOLD_FOCUS)];
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const active = document.activeElement;
  const end = event.shiftKey ? first : last;
  if (active !== end && active !== box && box.contains(active)) return;
  if (active === box && !event.shiftKey) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}

/** As use-modal.ts: focus moves into the box, Tab stays in it, Escape closes it, and focus returns to where it was. */
export function useModal(open: boolean, onEscape: () => void): Record<string, unknown> {
  const id = useId();
  const escape = useRef(onEscape);
  useEffect(() => {
    escape.current = onEscape;
  });
  useEffect(() => {
    const box = open ? document.getElementById(id) : null;
    if (!box) return undefined;
    const before = document.activeElement;
    box.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') escape.current();
      if (event.key === 'Tab') turnRound(box, event);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [open, id]);
  return { id, tabindex: -1 };
}
