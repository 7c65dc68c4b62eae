import { useEffect, useRef, useState } from 'react';
import type { Proposal } from './model';

/** WeChat mostly answers within seconds; whoever stays longer sees it when they come back. */
const LOOK_AGAIN_MS = 4000;
const MOST_LOOKS = 5;

/**
 * Watches what becomes of an author's pictures while WeChat looks at them: reads the proposal again a few times, and
 * tells that one is gone which its author did not take away.
 */
export function useLooks(pictures: Proposal['pictures'], reload: () => void) {
  const [hasLost, setHasLost] = useState(false);
  const known = useRef(new Set<string>());
  const own = useRef(new Set<string>());
  const sent = useRef<string[]>([]);
  const looks = useRef(0);
  const again = useRef(reload);
  again.current = reload;
  const isWaiting = pictures.some(({ state }) => state === 'checking');
  useEffect(() => {
    const now = new Set(pictures.map(({ id }) => id));
    if ([...known.current].some((id) => !now.has(id) && !own.current.has(id))) setHasLost(true);
    known.current = now;
    if (!isWaiting || looks.current >= MOST_LOOKS) return undefined;
    const timer = setTimeout(() => {
      looks.current += 1;
      again.current();
    }, LOOK_AGAIN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [pictures, isWaiting]);
  return {
    hasLost,
    takenAway: (id: string) => own.current.add(id),
    sent: (ids: readonly string[]) => sent.current.push(...ids),
    /** Reads anew after pictures were sent; WeChat may be quicker than this reading, which then never saw them. */
    lookNow: () => {
      for (const id of sent.current.splice(0)) known.current.add(id);
      reload();
    },
  };
}
