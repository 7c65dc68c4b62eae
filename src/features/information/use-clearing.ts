import { useState } from 'react';

/** Asking before a fact is cleared: `ask` opens the question, whose answers are the props of `ConfirmClear`. */
export function useClearing(clear: () => void) {
  const [open, setOpen] = useState(false);
  return {
    ask: () => {
      setOpen(true);
    },
    question: {
      open,
      onClear: () => {
        setOpen(false);
        clear();
      },
      onKeep: () => {
        setOpen(false);
      },
    },
  };
}
