import { dataMap } from '../../src/contracts/data-map';
import { guardAfter, isUntouched } from './guard';
import type { Change, Row, Transaction } from './store';

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
 * The same outside a transaction: what is written where the row still has the digest that it was read with. Undefined
 * where somebody edited it by hand, for a new digest would make the edit look like ours.
 */
export const untouchedChange = (row: Row<'requests'>, columns: Change<'requests'>) =>
  row.guard === undefined || !isUntouched(dataMap.requests, row)
    ? undefined
    : {
        change: { ...columns, guard: guardAfter(dataMap.requests, row, columns) },
        still: { guard: row.guard },
      };
