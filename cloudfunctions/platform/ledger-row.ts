import { randomBytes } from 'node:crypto';
import { dataMap } from '../../src/contracts/data-map';
import { nextRow, type Chain, type Content, type LedgerEvent } from '../domain/ledger';
import { Fault } from './fault';
import type { SubjectKey } from './keys';
import { sealFacts } from './sealing';
import type { Row } from './store';

/**
 * The next row of a subject's chain, its content salted and sealed under the subject's key; an event without content
 * needs no key. Throws `Fault` for a content without one.
 */
export function ledgerRow(
  subject: string,
  chain: Chain,
  event: LedgerEvent,
  now: Date,
  key?: SubjectKey,
): Row<'ledger'> {
  const seal = (content: Content, id: string): string => {
    const { content: sealed } = sealFacts(dataMap.ledger, id, { content }, key);
    if (sealed === undefined) throw new Fault('a content was not sealed');
    return sealed;
  };
  const salt = randomBytes(16).toString('hex');
  return nextRow(subject, chain, event, now.toISOString(), { salt, seal });
}
