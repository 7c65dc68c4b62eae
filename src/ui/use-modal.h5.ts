import { useEffect, useRef } from 'react';

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

/** The box last opened; Taro's own elements take neither an id nor a tabindex from their properties in time. */
function openBox(): HTMLElement | undefined {
  const boxes = document.querySelectorAll<HTMLElement>('.ui-sheet, .ui-dialog');
  const box = boxes[boxes.length - 1];
  if (box) box.tabIndex = -1;
  return box;
}

/** Holds the keyboard in a box until it closes; answers how to let go. */
function holdFocus(box: HTMLElement, onEscape: () => void): () => void {
  const before = document.activeElement;
  box.focus({ preventScroll: true });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onEscape();
    if (event.key === 'Tab') turnRound(box, event);
  };
  document.addEventListener('keydown', onKey);
  return () => {
    document.removeEventListener('keydown', onKey);
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };
}

/** As use-modal.ts: focus moves into the box, Tab stays in it, Escape closes it, and focus returns to where it was. */
export function useModal(open: boolean, onEscape: () => void): void {
  const escape = useRef(onEscape);
  useEffect(() => {
    escape.current = onEscape;
  });
  useEffect(() => {
    if (!open) return undefined;
    let letGo: (() => void) | undefined;
    // The elements are filled a moment after React has placed them.
    const soon = setTimeout(() => {
      const box = openBox();
      if (box) {
        letGo = holdFocus(box, () => {
          escape.current();
        });
      }
    }, 50);
    return () => {
      clearTimeout(soon);
      letGo?.();
    };
  }, [open]);
}
