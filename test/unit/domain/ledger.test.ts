import fc from 'fast-check';
import {
  commitmentOf,
  verifyChain,
  type StoredRow,
  type RowFault,
} from '../../../cloudfunctions/domain/ledger';
import { altered, chains, members, replaced } from '../../make/any-chain';

const place = (rows: readonly StoredRow[], at_: number) => at_ % rows.length;

/** What a row's place betrays; any other member is in its commitment. */
const faults: Partial<Record<(typeof members)[number], RowFault>> = {
  seq: 'gap',
  previous: 'link',
  content: 'content',
};

describe('[P54] a chain', () => {
  it('of any events is intact', () => {
    fc.assert(
      fc.property(chains(0), (rows) => {
        expect(verifyChain(rows)).toEqual({ intact: true });
        expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
      }),
    );
  });

  it('betrays a change of any member of any row, by the first bad place and what is bad there', () => {
    fc.assert(
      fc.property(chains(1), fc.nat(), fc.constantFrom(...members), (rows, index, member) => {
        const at_ = place(rows, index);
        const forged = replaced(rows, at_, altered(rows[at_] as StoredRow, member));
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
        const changed = altered(rows[at_] as StoredRow, 'type');
        const forged = { ...changed, commitment: commitmentOf(changed) };
        expect(verifyChain(replaced(rows, at_, forged))).toEqual({
          intact: false,
          seq: at_ + 2,
          fault: 'link',
        });
      }),
    );
  });

  it('betrays a content that is gone', () => {
    fc.assert(
      fc.property(chains(1), fc.nat(), (rows, index) => {
        const at_ = place(rows, index);
        const { content, ...bare } = rows[at_] as StoredRow;
        fc.pre(content !== undefined);
        const verdict = verifyChain(replaced(rows, at_, bare));
        expect(verdict).toEqual({ intact: false, seq: at_ + 1, fault: 'content' });
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
        const swapped = replaced(replaced(rows, a, rows[b] as StoredRow), b, rows[a] as StoredRow);
        expect(verifyChain(swapped)).toMatchObject({ intact: false, seq: a + 1 });
      }),
    );
  });
});
