import type { account } from '../../src/contracts/account';
import type { Output } from '../../src/contracts/operation';
import type { Row } from '../platform/store';

/** The plain facts that every page needs; no key is opened for them. */
export const summaryOf = (
  row: Row<'accounts'>,
): NonNullable<Output<(typeof account)['session']>['account']> => ({
  age: row.age,
  city: row.city ?? null,
  policyVersion: row.policyVersion,
  registeredAt: row.registeredAt,
  eraseAfter: row.eraseAfter ?? null,
  countsPages: row.grants['analytics']?.granted === true,
});

/** What an active account is to the pages: a child's has limits of its own (P66). */
export const standingOf = ({ age }: Pick<Row<'accounts'>, 'age'>) => (age === 'child' ? 'child' : 'member');

/** What an account that is not locked is to the pages. */
export const statusOf = (row: Pick<Row<'accounts'>, 'age' | 'status'>) =>
  row.status === 'active' ? standingOf(row) : 'frozen';
