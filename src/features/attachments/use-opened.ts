import { useCallback, useEffect, useRef, useState } from 'react';
import type { PictureHolder } from './holder';

/** A picture by its id: fetched once, for it never changes; one that did not come, at a tap again. */
export function useOpened(holder: PictureHolder, id: string) {
  const [state, setState] = useState<{ picture?: string; hasFailed?: boolean }>({});
  const kept = useRef(holder);
  kept.current = holder;
  // Of a part that is gone, and of another picture, nothing is shown any more.
  const turn = useRef(0);
  const open = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    setState({});
    const result = await kept.current.open(id);
    if (mine === turn.current) setState(result.ok ? { picture: result.data.picture } : { hasFailed: true });
  }, [id]);
  useEffect(() => {
    void open();
    return () => {
      turn.current += 1;
    };
  }, [open]);
  return { picture: state.picture, again: state.hasFailed ? () => void open() : undefined };
}
