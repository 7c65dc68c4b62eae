import fc from 'fast-check';
import { eventTypes } from '../../../src/contracts/events';
import {
  commitmentOf,
  contentDigest,
  GENESIS,
  nextRow,
  verifyChain,
  type LedgerEvent,
  type LedgerRow,
} from '../../../cloudfunctions/domain/ledger';

const body = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,8}$/),
  fc.oneof(fc.string(), fc.boolean(), fc.integer()),
  {
    maxKeys: 4,
    noNullPrototype: true,
  },
);
const event: fc.Arbitrary<LedgerEvent> = fc.record(
  { type: fc.constantFrom(...eventTypes), body },
  { requiredKeys: ['type'], noNullPrototype: true },
);
const salt = fc.stringMatching(/^[0-9a-f]{32}$/);
const at = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

/** A chain of random events, at least `least` long. */
const chains = (least: number) =>
  fc.array(fc.record({ event, salt, at }), { minLength: least, maxLength: 8 }).map((links) => {
    const rows: LedgerRow[] = [];
    for (const link of links) {
      const last = rows.at(-1);
      const chain = last ? { seq: last.seq, head: last.commitment } : { seq: 0, head: GENESIS };
      rows.push(nextRow('subject-1', chain, link.event, link.at.toISOString(), link.salt));
    }
    return rows;
  });

const members = ['subject', 'seq', 'type', 'at', 'previous', 'digest', 'commitment'] as const;

/** The same row with one member another value of its kind. */
function altered(row: LedgerRow, member: (typeof members)[number]): LedgerRow {
  const others = {
    subject: 'subject-2',
    seq: row.seq + 1,
    type: row.type === 'account.frozen' ? 'account.restored' : 'account.frozen',
    at: new Date(Date.parse(row.at) + 1).toISOString(),
    previous: contentDigest({ salt: 'x', body: {} }),
    digest: contentDigest({ salt: 'y', body: {} }),
    commitment: contentDigest({ salt: 'z', body: {} }),
  } as const;
  return { ...row, [member]: others[member] };
}

const replaced = (rows: readonly LedgerRow[], index: number, row: LedgerRow) =>
  rows.map((each, at_) => (at_ === index ? row : each));
const place = (rows: readonly LedgerRow[], at_: number) => at_ % rows.length;

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

  it('betrays a change of any member of any row, by the first bad place', () => {
    fc.assert(
      fc.property(chains(1), fc.nat(), fc.constantFrom(...members), (rows, index, member) => {
        const at_ = place(rows, index);
        const forged = replaced(rows, at_, altered(rows[at_] as LedgerRow, member));
        expect(verifyChain(forged)).toMatchObject({ intact: false, seq: at_ + 1 });
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

describe('a digest of a content', () => {
  it('does not depend on the order in which members were written', () => {
    expect(contentDigest({ salt: 's', body: { a: 1, b: 2 } })).toBe(
      contentDigest({ body: { b: 2, a: 1 }, salt: 's' }),
    );
  });

  it('cannot be guessed from a short content, for the salt is in it', () => {
    fc.assert(
      fc.property(salt, salt, body, (one, other, same) => {
        fc.pre(one !== other);
        expect(contentDigest({ salt: one, body: same })).not.toBe(contentDigest({ salt: other, body: same }));
      }),
    );
  });
});

it('no event type is named twice, and each is dotted and in the past', () => {
  expect(new Set(eventTypes).size).toBe(eventTypes.length);
  expect(
    eventTypes.filter(
      (type) => !/^(account|guardian|policy|consent|sharing|staff|incident|request)\.[a-z-]+$/.test(type),
    ),
  ).toEqual([]);
});
