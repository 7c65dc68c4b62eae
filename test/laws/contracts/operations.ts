import { contracts } from '../../../src/contracts';
import type { Operation } from '../../../src/contracts/operation';

/** Every operation of every function, by its full name. */
export const operations = Object.entries(contracts).flatMap(([name, table]) =>
  Object.entries(table as Readonly<Record<string, Operation>>).map(
    ([action, operation]): [string, Operation] => [`${name}.${action}`, operation],
  ),
);
