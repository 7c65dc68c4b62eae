import type { Facts } from '../../../src/contracts/data-map/grammar';
import type { dataMap } from '../../../src/contracts/data-map';
import type { RequestAsker } from '../../../src/contracts/request-vocabulary';

/**
 * Whose a request is to act on: the guardian's who asked it, for as long as the person is a child. Who has grown up has
 * no guardian here any more, and every right in it is their own (PIPL 44 to 50).
 */
export const askerOf = (
  { askedBy = 'subject' }: { askedBy?: RequestAsker | undefined },
  { age }: Pick<Facts<typeof dataMap.accounts>, 'age'>,
): RequestAsker => (age === 'child' ? askedBy : 'subject');
