import { useCallback, useEffect, useRef, useState } from 'react';
import { read, type Answer } from './cloud-api';

/**
 * A door's latest answer, asked again and again while the tab is visible, and at once through `refresh`. An answer
 * about something else than `about` is forgotten at once, so that one person's rows are never taken for another's.
 */
export function usePolled<T>(
  path: string,
  everyMs = 1500,
  about = path,
): { answer: Answer<T> | undefined; refresh: () => void } {
  const [known, setKnown] = useState<{ about: string; answer: Answer<T> }>();
  const asked = useRef(0);
  const text = useRef('');

  const refresh = useCallback(() => {
    const turn = (asked.current += 1);
    void read<T>(path).then((next) => {
      // An older answer that comes late must not undo a newer one; an equal one must not redraw the page.
      const nextText = JSON.stringify([about, next]);
      if (turn !== asked.current || nextText === text.current) return;
      text.current = nextText;
      setKnown({ about, answer: next });
    });
  }, [path, about]);

  useEffect(() => {
    refresh();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') refresh();
    }, everyMs);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      asked.current += 1;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [refresh, everyMs]);

  return { answer: known?.about === about ? known.answer : undefined, refresh };
}
