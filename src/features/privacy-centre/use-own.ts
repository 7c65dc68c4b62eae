import { useCallback, useMemo, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { appErrors } from '@/contracts/app-errors';
import type { Input, Operation } from '@/contracts/operation';
import type { Failure } from '@/contracts/result';
import { useRead } from '@/features/call/use-read';
import { isSignedOut } from '@/features/session/store';
import { useSessionOnShow } from '@/features/session/use-session-on-show';

const loggedOut: Failure = { code: 'NOT_REGISTERED', ...appErrors.NOT_REGISTERED };

/**
 * As `useLoaded`, for what is the person's own: whoever logged out on this phone is a guest here, and nothing is asked
 * of the server, which still knows them by WeChat.
 */
export function useOwn<Op extends Operation>(operation: Op, input: Input<Op>) {
  const { run, ...state } = useRead(operation);
  const [isOut, setIsOut] = useState(isSignedOut);
  const key = JSON.stringify(input);
  const reload = useCallback(async () => {
    const isOutNow = isSignedOut();
    setIsOut(isOutNow);
    if (!isOutNow) await run(JSON.parse(key) as Input<Op>);
  }, [run, key]);
  useDidShow(() => {
    void reload();
  });
  return isOut ? { isRunning: false, data: undefined, failure: loggedOut, reload } : { ...state, reload };
}

/** Who the person is, in the shape that `Loaded` shows; asked anew each time the page shows. */
export function useWho() {
  const { status, account, leaving, failure, load } = useSessionOnShow();
  const data = useMemo(
    () => (status === 'unknown' ? undefined : { status, account, leaving }),
    [status, account, leaving],
  );
  return { isRunning: false, data, failure, reload: load };
}
