import fc from 'fast-check';
import {
  commitmentOf,
  verifyChain,
  type LedgerRow,
  type RowFault,
} from '../../../cloudfunctions/domain/ledger';
import { altered, chains, members, replaced } from '../../make/any-chain';

const place = (rows: readonly LedgerRow[], at_: number) => at_ % rows.length;

/** What a row's place betrays; any other member is in its commitment. */
const faults: Partial<Record<(typeof members)[number], RowFault>> = { seq: 'gap', previous: 'link' };

describe('[P54] a chain', () => {
  it('of any events is intact, with its contents and without', () => {
    fc.assert(
      fc.property(chains(0), (rows) => {
        expect(verifyChain(rows)).toEqual({ intact: true });
        expect(verifyChain(rows.map(({ content: _, ...row }) => row))).toEqual({ intact: true });
        expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
      }),
    );
  });

  it('betrays a change of any member of any row, by the first bad place and what is bad there', () => {
    fc.assert(
      fc.property(chains(1), fc.nat(), fc.constantFrom(...members), (rows, index, member) => {
        const at_ = place(rows, index);
        const forged = replaced(rows, at_, altered(rows[at_] as LedgerRow, member));
        const fault = faults[member] ?? 'commitment';
        expect(verifyChain(forged)).toEqual({ intact: false, seq: at_ + 1, fault });
      }),
      { numRuns: 300 },
    );
  });

  it('betrays a row that was forged whole, by the row after it', () => {
    fc.assert(
      fc.property(chains(2), fc.nat(), (rows, index) => {
        const at_ = index % (rows.length - 1);
        const changed = altered(rows[at_] as LedgerRow, 'type');
        const { content: _, ...bare } = { ...changed, commitment: commitmentOf(changed) };
        expect(verifyChain(replaced(rows, at_, bare))).toEqual({
          intact: false,
          seq: at_ + 2,
          fault: 'link',
        });
      }),
    );
  });

  it('betrays another content or another salt under the same digest', () => {
    fc.assert(
      fc.property(chains(1), fc.nat(), fc.boolean(), (rows, index, ofSalt) => {
        const at_ = place(rows, index);
        const row = rows[at_] as LedgerRow;
        fc.pre(row.content !== undefined);
        const content = row.content ?? { salt: '', body: {} };
        const forged = ofSalt
          ? { ...content, salt: `${content.salt}0` }
          : { ...content, body: { ...content.body, Z: 1 } };
        expect(verifyChain(replaced(rows, at_, { ...row, content: forged }))).toEqual({
          intact: false,
          seq: at_ + 1,
          fault: 'content',
        });
      }),
    );
  });

  it('betrays a row that is gone, but for the last ones, which only the head tells', () => {
    fc.assert(
      fc.property(chains(2), fc.nat(), (rows, index) => {
        const at_ = index % (rows.length - 1);
        expect(verifyChain(rows.filter((_, each) => each !== at_))).toEqual({
          intact: false,
          seq: at_ + 1,
          fault: 'gap',
        });
      }),
    );
  });

  it('betrays a row that stands twice', () => {
    fc.assert(
      fc.property(chains(1), fc.nat(), (rows, index) => {
        const at_ = place(rows, index);
        const doubled = rows.flatMap((row, each) => (each === at_ ? [row, row] : [row]));
        expect(verifyChain(doubled)).toEqual({ intact: false, seq: at_ + 2, fault: 'gap' });
      }),
    );
  });

  it('betrays two rows that changed places', () => {
    fc.assert(
      fc.property(chains(2), fc.nat(), fc.nat(), (rows, one, other) => {
        const [a, b] = [place(rows, one), place(rows, other)].sort((x, y) => x - y) as [number, number];
        fc.pre(a !== b);
        const swapped = replaced(replaced(rows, a, rows[b] as LedgerRow), b, rows[a] as LedgerRow);
        expect(verifyChain(swapped)).toMatchObject({ intact: false, seq: a + 1 });
      }),
    );
  });
});
