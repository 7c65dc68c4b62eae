import { dataMap } from '../../src/contracts/data-map';
import { guardAfter, isUntouched } from './guard';
import type { Change, Row, Store, Transaction } from './store';

/** A request that is filed, with the digest by which an edit by hand shows. */
export const guardedRequest = (row: Row<'requests'>): Row<'requests'> => ({
  ...row,
  guard: guardAfter(dataMap.requests, row),
});

/**
 * Changes a request inside a transaction, and its digest with it: the only way to write what the digest covers, or the
 * functions' own work would look like an edit by hand. Throws `Conflict` when the row is not there.
 */
export const changeRequest = (
  transaction: Transaction,
  row: Row<'requests'>,
  columns: Change<'requests'>,
): Promise<void> =>
  transaction.change('requests', row._id, {
    ...columns,
    guard: guardAfter(dataMap.requests, row, columns),
  });

/**
 * The same outside a transaction, where nobody edited the row and nothing of what the digest covers changed since it
 * was read; answers whether it was written.
 */
export const changeUntouched = async (
  store: Pick<Store, 'change'>,
  row: Row<'requests'>,
  columns: Change<'requests'>,
): Promise<boolean> => {
  const { _id, guard } = row;
  if (guard === undefined || !isUntouched(dataMap.requests, row)) return false;
  const after = { ...columns, guard: guardAfter(dataMap.requests, row, columns) };
  return (await store.change('requests', { _id, guard }, after)) === 1;
};
