import { useCallback, useEffect, useState } from 'react';
import type { Output } from '../../../../src/contracts/operation';
import type { staff } from '../../../../src/contracts/staff';
import { invoke, type Answer } from '../../page-kit/cloud-api';

type Page = Output<typeof staff.queue>;
/** One line of the review queue. */
export type Queued = Page['requests'][number];

const EVERY_MS = 4000;

/** One page of the queue, asked again while the tab is visible; `places` is the way back to the first. */
export function useQueue() {
  const [answer, setAnswer] = useState<Answer<Page>>();
  const [places, setPlaces] = useState<readonly string[]>([]);
  const [turn, setTurn] = useState(0);
  const after = places.at(-1);
  useEffect(() => {
    let isCurrent = true;
    const ask = (): void => {
      if (document.visibilityState !== 'visible') return;
      const event = { action: 'queue', ...(after !== undefined && { after }) };
      void invoke<Page>('reconcile', event).then((next) => {
        if (isCurrent) setAnswer(next);
      });
    };
    ask();
    const timer = setInterval(ask, EVERY_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [turn, after]);
  const next = answer?.ok === true ? answer.data.next : null;
  return {
    answer,
    page: places.length + 1,
    later:
      next === null
        ? undefined
        : () => {
            setPlaces([...places, next]);
          },
    earlier:
      places.length === 0
        ? undefined
        : () => {
            setPlaces(places.slice(0, -1));
          },
    refresh: useCallback(() => {
      setTurn((last) => last + 1);
    }, []),
  };
}
