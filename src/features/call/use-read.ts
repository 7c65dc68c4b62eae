import { useMemo } from 'react';
import type { Operation } from '@/contracts/operation';
import { freshAfter } from './fresh-after';
import { useCall } from './use-call';

/** As `useCall`, for an operation that only reads: `run` while one runs is answered by a call made afterwards. */
export function useRead<Op extends Operation>(operation: Op) {
  const { run: ask, ...state } = useCall(operation);
  const run = useMemo(() => freshAfter(ask), [ask]);
  return { ...state, run };
}
