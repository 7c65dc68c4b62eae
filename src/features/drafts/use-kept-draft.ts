import { useCallback, useEffect, useRef, useState } from 'react';
import { newAttempt } from './attempt';
import type { KeptDrafts } from './kept-drafts';

type Part<D> = Partial<Omit<D, 'attempt'>>;

/**
 * What a form holds, which waits for the person who leaves the page and comes back. A changed form is another attempt:
 * repeated under the old name after a lost answer, it would be answered by what was sent before, and the change lost.
 */
export function useKeptDraft<D extends { attempt: string }>(
  drafts: KeptDrafts<D>,
  form: string,
  start: () => D,
) {
  const [wasKept, setWasKept] = useState(() => drafts.get(form) !== undefined);
  const [draft, setDraft] = useState<D>(() => drafts.get(form) ?? start());
  const isChanged = useRef(false);
  /** Given what to change, or what makes that of the form as it is by then: two taps may come before one drawing. */
  const change = useCallback((part: Part<D> | ((known: D) => Part<D>)) => {
    isChanged.current = true;
    setDraft((known) => ({
      ...known,
      ...(typeof part === 'function' ? part(known) : part),
      attempt: newAttempt(),
    }));
  }, []);
  useEffect(() => {
    if (isChanged.current) drafts.keep(form, draft);
  }, [drafts, form, draft]);
  /** Nothing waits any more, and the form begins anew with this. */
  const clear = useCallback(
    (next: D) => {
      isChanged.current = false;
      drafts.drop(form);
      setWasKept(false);
      setDraft(next);
    },
    [drafts, form],
  );
  return { draft, change, clear, wasKept };
}
