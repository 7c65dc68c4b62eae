import { useDidShow } from '@tarojs/taro';
import { useCallback } from 'react';
import type { Input, Operation } from '@/contracts/operation';
import { useCall } from './use-call';

/** One reading operation for a page: loads when the page shows, also on coming back to it; `reload` is for a retry button. */
export function useLoaded<Op extends Operation>(operation: Op, input: Input<Op>) {
  const { run, ...state } = useCall(operation);
  const key = JSON.stringify(input);
  const reload = useCallback(() => run(JSON.parse(key) as Input<Op>), [run, key]);
  useDidShow(() => {
    void reload();
  });
  return { ...state, reload };
}
