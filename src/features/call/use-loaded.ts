import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef } from 'react';
import type { Input, Operation } from '@/contracts/operation';
import { useRead } from './use-read';

/**
 * One reading operation for a page: loads at once and again whenever the page comes back into view; `reload` is for a
 * retry button. The page's first show and the first drawing come together and share one call; a part that is drawn
 * later has missed the show.
 */
export function useLoaded<Op extends Operation>(operation: Op, input: Input<Op>) {
  const { run, ...state } = useRead(operation);
  const isFirst = useRef(true);
  const key = JSON.stringify(input);
  const reload = useCallback(async () => {
    const result = await run(JSON.parse(key) as Input<Op>);
    isFirst.current = false;
    return result;
  }, [run, key]);
  useEffect(() => {
    void reload();
  }, [reload]);
  useDidShow(() => {
    if (!isFirst.current) void reload();
  });
  return { ...state, reload };
}
