import fc from 'fast-check';
import { dataMap } from '../../../src/contracts/data-map';
import { eventTypes } from '../../../src/contracts/events';
import { contentDigest, GENESIS, verifyChain } from '../../../cloudfunctions/domain/ledger';
import { createSubjectKey } from '../../../cloudfunctions/platform/keys';
import { chained } from '../../../cloudfunctions/platform/member';
import { openRow } from '../../../cloudfunctions/platform/sealing';
import { setTestKeys } from '../../laws/arbitrary/environment';

setTestKeys();
const { key } = createSubjectKey('subject-1');
const now = new Date('2026-03-02T02:00:00Z');
const events = fc.array(
  fc.record(
    { type: fc.constantFrom(...eventTypes), body: fc.constant({ word: '地址新路2号' }) },
    { requiredKeys: ['type'], noNullPrototype: true },
  ),
  { maxLength: 5 },
);

describe('[P54] rows chained for one operation', () => {
  it('go on where the chain stands, sealed, to an intact chain, and open to what their digests say', () => {
    fc.assert(
      fc.property(events, events, (first, second) => {
        const one = chained('subject-1', key, { seq: 0, head: GENESIS }, first, now);
        const two = chained('subject-1', key, one.chain, second, now);
        const rows = [...one.rows, ...two.rows];
        expect(JSON.stringify(rows)).not.toContain('新路2号');
        expect(rows.map(({ _id }) => _id)).toEqual(rows.map((_, index) => `subject-1.${String(index + 1)}`));
        expect(verifyChain(rows)).toEqual({ intact: true });
        for (const row of rows)
          expect(contentDigest(openRow(dataMap.ledger, row, key).content)).toBe(row.digest);
        expect(two.chain).toEqual({ seq: rows.length, head: rows.at(-1)?.commitment ?? GENESIS });
      }),
    );
  });

  it('salt equal contents differently', () => {
    const event = { type: 'account.exported', body: { a: 1 } } as const;
    const { rows } = chained('subject-1', key, { seq: 0, head: GENESIS }, [event, event], now);
    expect(rows[0]?.digest).not.toBe(rows[1]?.digest);
  });
});
