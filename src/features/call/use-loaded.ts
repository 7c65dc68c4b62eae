import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect } from 'react';
import type { Input, Operation } from '@/contracts/operation';
import { useCall } from './use-call';

/**
 * One reading operation for a page: loads at once and again whenever the page comes back into view; `reload` is for a retry
 * button. The page's first show and the first drawing come together and share one call; a part that is drawn later has
 * missed the show.
 */
export function useLoaded<Op extends Operation>(operation: Op, input: Input<Op>) {
  const { run, ...state } = useCall(operation);
  const key = JSON.stringify(input);
  const reload = useCallback(() => run(JSON.parse(key) as Input<Op>), [run, key]);
  useEffect(() => {
    void reload();
  }, [reload]);
  useDidShow(() => {
    void reload();
  });
  return { ...state, reload };
}
