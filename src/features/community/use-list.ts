import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Operation, Output } from '@/contracts/operation';
import { ok, type Failure, type Result } from '@/contracts/result';
import { call } from '@/platform/call';
import { withoutRepeats } from './model';

/** One page of a list as an operation answers it. */
export interface ListPage<Item> {
  items: readonly Item[];
  /** Where the next page begins; null at the end. */
  next: string | null;
}

/** A page may hold nothing to show and the list still go on; so many of them are passed over at once. */
const MOST_EMPTY = 5;

/** Reads on from a place until something is there to show. */
async function pageAfter<Item>(
  ask: (after: string | undefined) => Promise<Result<ListPage<Item>>>,
  from: string | undefined,
): Promise<Result<ListPage<Item>>> {
  let page: ListPage<Item> = { items: [], next: from ?? null };
  for (let left = MOST_EMPTY; left > 0; left -= 1) {
    const answer = await ask(page.next ?? undefined);
    if (!answer.ok) return answer;
    page = answer.data;
    if (page.items.length > 0 || page.next === null) break;
  }
  return ok(page);
}

interface State<Item> {
  isRunning: boolean;
  data?: ListPage<Item>;
  /** Why the first page is not there. */
  failure?: Failure | undefined;
  /** Why the next page is not there; it is asked for again from the same place. */
  moreFailure?: Failure | undefined;
}

/**
 * A list that is read page by page from one place on, each item once. What it is asked by must not change: give the
 * part that uses it a `key`. `read` must not change either.
 */
export function useList<Op extends Operation, Item extends { id: string }>(
  operation: Op,
  input: Input<Op>,
  read: (output: Output<Op>) => ListPage<Item>,
) {
  const key = JSON.stringify(input);
  const [state, setState] = useState<State<Item>>({ isRunning: true });
  // Of several readings under way the latest counts; of a part that is gone none does.
  const turn = useRef(0);
  const ask = useCallback(
    async (from: string | undefined) => {
      turn.current += 1;
      const mine = turn.current;
      setState(({ data }) => ({ isRunning: true, ...(data && { data }) }));
      const page = await pageAfter<Item>(async (after) => {
        const where = JSON.parse(key) as object;
        const answer = await call(operation, {
          ...where,
          ...(after !== undefined && { after }),
        } as Input<Op>);
        return answer.ok ? ok(read(answer.data)) : answer;
      }, from);
      if (mine !== turn.current) return;
      setState(({ data }) => {
        const known = data && { data };
        if (!page.ok)
          return {
            isRunning: false,
            ...known,
            ...(from === undefined ? { failure: page.error } : { moreFailure: page.error }),
          };
        const before = from === undefined ? [] : (data?.items ?? []);
        const items = withoutRepeats([...before, ...page.data.items]);
        return { isRunning: false, data: { items, next: page.data.next } };
      });
    },
    [operation, key, read],
  );
  const reload = useCallback(() => ask(undefined), [ask]);
  useEffect(() => {
    void reload();
    return () => {
      turn.current += 1;
    };
  }, [reload]);

  const { data, isRunning } = state;
  const next = data?.next ?? null;
  const more = async () => {
    if (next !== null && !isRunning) await ask(next);
  };
  return { ...state, reload, more, hasMore: next !== null, isMoreRunning: isRunning && data !== undefined };
}

/** What `useList` answers. */
export type List<Item extends { id: string }> = ReturnType<typeof useList<Operation, Item>>;
