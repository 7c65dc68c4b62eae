import { useEffect, useState } from 'react';
import type { Input, Operation, Output } from '@/contracts/operation';
import { useCall } from '@/features/call/use-call';
import { useOwn } from './use-own';

/** One page of a list as an operation answers it. */
export interface PageOfItems<Item> {
  items: readonly Item[];
  /** Where the next page begins; null at the end. */
  next: string | number | null;
}

/**
 * A list that is read page by page, newest first: the first page with the screen, older ones on demand. `read` must not
 * change between renders; `narrowed` is what the list is asked by besides its page.
 */
export function usePages<Op extends Operation, Item>(
  operation: Op,
  read: (output: Output<Op>) => PageOfItems<Item>,
  narrowed: Partial<Input<Op>> = {},
) {
  const first = useOwn(operation, narrowed as Input<Op>);
  const older = useCall(operation);
  const [rest, setRest] = useState<PageOfItems<Item>>();
  // A fresh first page makes the older ones overlap or gap.
  useEffect(() => {
    setRest(undefined);
  }, [first.data]);

  const head = first.data === undefined ? undefined : read(first.data);
  const next = rest ? rest.next : (head?.next ?? null);
  const more = async () => {
    if (next === null) return;
    const result = await older.run({ ...narrowed, before: next } as Input<Op>);
    if (!result.ok) return;
    const page = read(result.data);
    setRest((known) => ({ items: [...(known?.items ?? []), ...page.items], next: page.next }));
  };
  return {
    first,
    items: [...(head?.items ?? []), ...(rest?.items ?? [])],
    hasMore: next !== null,
    isMoreRunning: older.isRunning,
    moreFailure: older.failure,
    more,
  };
}
