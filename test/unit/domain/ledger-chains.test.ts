import { nextRow, type StoredRow } from '../../../cloudfunctions/domain/ledger';
import {
  emptyChain,
  judged,
  withRow,
  type ChainState,
  type Known,
} from '../../../cloudfunctions/domain/ledger-chains';
import type { LedgerFault } from '../../../cloudfunctions/domain/ledger-findings';
import type { EventType } from '../../../src/contracts/events';
import { coverOf } from '../../make/cover';

const closedAt = '2026-03-01T00:00:00.000Z';

/** A sound chain of `a` with these events. */
function rowsOf(...types: readonly EventType[]): StoredRow[] {
  let { chain } = emptyChain('a');
  return types.map((type) => {
    const row = nextRow('a', chain, { type }, closedAt, coverOf(''));
    chain = { seq: row.seq, head: row.commitment };
    return row;
  });
}
const read = (rows: readonly StoredRow[]): ChainState => rows.reduce(withRow, emptyChain('a'));

const three = rowsOf('policy.agreed', 'consent.granted', 'consent.withdrawn');
const [one, two] = three as [StoredRow, StoredRow, StoredRow];
const numbered = (seq: number, row: StoredRow): StoredRow => ({ ...row, seq, _id: `a.${seq}` });

describe('a row', () => {
  it.each<[string, StoredRow[], LedgerFault, string]>([
    ['before the first', [numbered(0, one)], 'extra', 'a.0'],
    ['with a number below nought', [numbered(-1, one)], 'extra', 'a.-1'],
    ['between two others', [one, numbered(1.5, two)], 'extra', 'a.1.5'],
    ['read twice', [one, one], 'extra', 'a.1'],
    ['that is not the next, which is missing', [one, numbered(3, two)], 'gap', 'a.2'],
    ['under the name of another', [one, { ...two, _id: 'a.3' }], 'place', 'a.3'],
  ])('%s is named, whatever comes after it', (_, rows, fault, place) => {
    expect(read(rows).finding).toEqual({ fault, place });
    expect(read([...rows, numbered(9, one)]).finding).toEqual({ fault, place });
  });
});

const nobody: Known = { isCertified: false, isErasing: false, horizon: closedAt };
const gone: Known = { ...nobody, isCertified: true };
const leaving: Known = { ...nobody, isErasing: true };
/** The certificates of that time have outlived their life. */
const longAgo: Known = { ...nobody, horizon: '2026-03-01T00:00:00.001Z' };

/** The account as it stood after so many of these rows. */
const account = (rows: readonly StoredRow[], seq: number, status = 'active'): Known => ({
  account: { chain: read(rows.slice(0, seq)).chain, status },
  ...nobody,
});

const closed = rowsOf('policy.agreed', 'consent.granted', 'account.erased');
const goneOn = rowsOf('policy.agreed', 'account.erased', 'account.erased');

describe('a whole chain', () => {
  it.each<[string, StoredRow[], Known]>([
    ['that ends where its account says', three, account(three, 3)],
    ['that an erasure has just closed', closed, account(closed, 2, 'erasing')],
    ['that is closed and certified', closed, gone],
    ['that is closed while the certificate is yet to come', closed, leaving],
    ['that was closed so long ago that the certificate is gone', closed, longAgo],
    ['that nobody knows of and that has no rows', [], nobody],
  ])('%s is sound', (_, rows, known) => {
    expect(judged(read(rows), known)).toBeUndefined();
  });

  it.each<[string, StoredRow[], Known, LedgerFault, string]>([
    ['of an account is gone', [], account(three, 3), 'chain', 'a.1'],
    ['of someone gone is gone', [], gone, 'chain', 'a.1'],
    ['has lost its end', three.slice(0, 2), account(three, 3), 'tail', 'a.3'],
    ['was never closed', three, gone, 'unclosed', 'a.4'],
    ['was never closed while the erasure is under way', three, leaving, 'unclosed', 'a.4'],
    ['was never closed, however long ago', three, longAgo, 'unclosed', 'a.4'],
    ['is closed by nobody, within the life of a certificate', closed, nobody, 'uncertified', 'a.3'],
    ['ends otherwise than its account says', closed, account(three, 3), 'head', 'a.3'],
    ['has a row more than an active account', three, account(three, 2), 'extra', 'a.3'],
    ['is closed while its account is active', closed, account(closed, 2), 'extra', 'a.3'],
    ['goes on otherwise than by its closing', three, account(three, 2, 'erasing'), 'extra', 'a.3'],
    ['goes on by more than its closing', goneOn, account(goneOn, 1, 'erasing'), 'extra', 'a.3'],
  ])('%s', (_, rows, known, fault, place) => {
    expect(judged(read(rows), known)).toEqual({ fault, place });
  });

  it('is judged by what was found wrong in it first', () => {
    expect(judged(read([one, numbered(3, two)]), gone)).toEqual({ fault: 'gap', place: 'a.2' });
  });
});
