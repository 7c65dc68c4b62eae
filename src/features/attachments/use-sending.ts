import { useCallback } from 'react';
import { request } from '@/contracts/request';
import type { Failure } from '@/contracts/result';
import { useCall } from '@/features/call/use-call';

/** How sending went: how many are not there, and why the first of them is not. */
export interface Sent {
  unsent: number;
  failure?: Failure;
}

/** Sends pictures to a request that is filed, one a call, for a call takes about 1 MB; one failure stops no other. */
export function useSending() {
  const { run } = useCall(request.attach);
  return useCallback(
    async (id: string, pictures: readonly string[]): Promise<Sent> => {
      const failures: Failure[] = [];
      for (const picture of pictures) {
        const result = await run({ id, picture });
        if (!result.ok) failures.push(result.error);
      }
      const [failure] = failures;
      return { unsent: failures.length, ...(failure && { failure }) };
    },
    [run],
  );
}
