import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { commitmentOf, nextRow, type Chain, type LedgerRow } from '../../../cloudfunctions/domain/ledger';
import { makeLedger, type TestLedger } from '../../make/ledger';

const DAY_MS = 24 * 60 * 60_000;
const start = Date.parse('2026-03-01T00:00:00.000Z');
/** Long after every row, so that every day is anchored. */
const later = new Date(start + 40 * DAY_MS);

/** When each person did something, in hours from the start; several may fall on the same instant. */
const lives = fc.array(
  fc.record({
    hours: fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 6 }),
    isErased: fc.boolean(),
  }),
  { minLength: 2, maxLength: 5 },
);

async function ledgerOf(people: typeof lives extends fc.Arbitrary<infer P> ? P : never): Promise<TestLedger> {
  const ledger = makeLedger();
  for (const [index, { hours, isErased }] of people.entries()) {
    const subject = `person-${index}`;
    for (const hour of hours) ledger.append(subject, new Date(start + hour * 3_600_000));
    if (isErased) await ledger.erase(subject, new Date(start + 210 * 3_600_000));
  }
  await ledger.anchor(later);
  return ledger;
}

type Values = Record<string, unknown> & { _id: string };
const other = 'f'.repeat(64);
const pick = <T>(all: readonly T[], at: number): T => all[at % all.length] as T;
const rowsOf = (ledger: TestLedger, subject: unknown) =>
  ledger.rows('ledger').filter((row) => row['subject'] === subject) as unknown as (LedgerRow & Values)[];

/** What somebody may do to a ledger behind its back; answers false where there is nothing to do it to. */
const meddling: Record<string, (ledger: TestLedger, at: number) => Promise<boolean> | boolean> = {
  'alter a column': (ledger, at) => {
    const row = pick(ledger.rows('ledger'), at);
    const members = {
      subject: 'person-x',
      seq: 99,
      type: 'account.frozen',
      at: '2026-03-02T00:00:00.001Z',
      previous: other,
      digest: other,
      commitment: other,
    };
    const [name, value] = pick(Object.entries(members), Math.floor(at / 7));
    ledger.put('ledger', { ...row, [name]: value });
    return true;
  },
  'remove a row': async (ledger, at) => {
    await ledger.store.remove('ledger', { _id: pick(ledger.rows('ledger'), at)._id });
    return true;
  },
  'remove a whole chain': async (ledger, at) => {
    await ledger.store.remove('ledger', { subject: String(pick(ledger.rows('ledger'), at)['subject']) });
    return true;
  },
  'append a row that follows': (ledger, at) => {
    const subject = String(pick(ledger.rows('ledger'), at)['subject']);
    const last = rowsOf(ledger, subject)
      .sort((a, b) => a.seq - b.seq)
      .at(-1) as LedgerRow;
    const chain = { seq: last.seq, head: last.commitment };
    const { content: _, ...row } = nextRow(subject, chain, { type: 'consent.granted' }, last.at, '');
    ledger.put('ledger', { _id: `${subject}.${row.seq}`, ...row });
    return true;
  },
  'swap the subjects of two rows': (ledger, at) => {
    const row = pick(ledger.rows('ledger'), at);
    const elsewhere = ledger.rows('ledger').find((each) => each['subject'] !== row['subject']);
    if (!elsewhere) return false;
    ledger.put('ledger', { ...row, subject: elsewhere['subject'] });
    ledger.put('ledger', { ...elsewhere, subject: row['subject'] });
    return true;
  },
  'write a chain anew from a row on, with its account': (ledger, at) => {
    const account = pick([undefined, ...ledger.rows('accounts')], at + 1);
    if (!account) return false;
    const rows = rowsOf(ledger, account._id).sort((a, b) => a.seq - b.seq);
    const from = Math.floor(at / 5) % rows.length;
    let chain: Chain = { seq: from, head: rows[from]?.previous ?? '' };
    for (const { at: when, type } of rows.slice(from)) {
      const { content: _, ...row } = nextRow(
        account._id,
        chain,
        { type, body: { forged: true } },
        when,
        '00',
      );
      ledger.put('ledger', { _id: `${account._id}.${row.seq}`, ...row });
      chain = { seq: row.seq, head: row.commitment };
    }
    ledger.put('accounts', { ...account, chain });
    return true;
  },
  'alter an anchor': (ledger, at) => {
    const anchor = pick(ledger.rows('anchors'), at);
    const members = {
      root: other,
      rows: 77,
      previous: other,
      day: '2026-02-27',
      anchoredAt: '2026-04-11T00:00:00.000Z',
    };
    const [name, value] = pick(Object.entries(members), Math.floor(at / 7));
    ledger.put('anchors', { ...anchor, [name]: value });
    return true;
  },
  'remove an anchor that is not the newest': async (ledger, at) => {
    const before = ledger
      .rows('anchors')
      .sort((a, b) => Number(a['seq']) - Number(b['seq']))
      .slice(0, -1);
    if (before.length === 0) return false;
    await ledger.store.remove('anchors', { _id: pick(before, at)._id });
    return true;
  },
  "change an account's head": (ledger, at) => {
    const account = pick([undefined, ...ledger.rows('accounts')], at + 1);
    if (!account) return false;
    const chain = account['chain'] as Chain;
    const heads = [
      { ...chain, head: other },
      { ...chain, seq: chain.seq + 1 },
      { ...chain, seq: chain.seq - 1 },
    ];
    ledger.put('accounts', { ...account, chain: pick(heads, Math.floor(at / 5)) });
    return true;
  },
  'remove an account': async (ledger, at) => {
    const account = pick([undefined, ...ledger.rows('accounts')], at + 1);
    if (!account) return false;
    await ledger.store.remove('accounts', { _id: account._id });
    return true;
  },
};

describe('[P54] verifying the ledger', () => {
  it('calls every untouched ledger intact and complete', async () => {
    await fc.assert(
      fc.asyncProperty(lives, async (people) => {
        const ledger = await ledgerOf(people);
        const verdict = await ledger.verify(later);
        expect(verdict).toMatchObject({ intact: true, complete: true, faults: 0, waiting: 0 });
        expect(verdict.rows).toBe(ledger.rows('ledger').length);
        expect(verdict.days).toBe(ledger.rows('anchors').length);
      }),
      { numRuns: 25 },
    );
  });

  it.each(Object.entries(meddling))('never calls it both after somebody could %s', async (_, meddle) => {
    await fc.assert(
      fc.asyncProperty(lives, fc.nat(), async (people, at) => {
        const ledger = await ledgerOf(people);
        fc.pre(await meddle(ledger, at));
        const { intact, complete, findings } = await ledger.verify(later);
        expect(intact && complete).toBe(false);
        expect(findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });

  it('stays so while the clock runs ahead and is set back, again and again', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('act' as const), who: fc.integer({ min: 0, max: 2 }) }),
      fc.record({ do: fc.constant('travel' as const), hours: fc.integer({ min: -90, max: 120 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const ledger = makeLedger();
        let now = start;
        for (const each of steps) {
          if (each.do === 'act') ledger.append(`person-${each.who}`, new Date((now += 1000)));
          else {
            now += each.hours * 3_600_000;
            await ledger.anchor(new Date(now));
          }
          expect(await ledger.verify(new Date(now))).toMatchObject({ intact: true, complete: true });
        }
        await ledger.anchor(new Date(now + 300 * DAY_MS));
        expect(await ledger.verify(new Date(now + 300 * DAY_MS))).toMatchObject({
          faults: 0,
          waiting: 0,
          future: 0,
        });
      }),
      { numRuns: 60 },
    );
  });
});

it('commits to what RFC 8785 writes, whatever the texts hold', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.nat(),
      fc.string({ unit: 'binary' }),
      (subject, seq, at) => {
        const row = { subject, seq, type: 'consent.granted', at, previous: other, digest: other } as const;
        const written = canonicalize([subject, seq, row.type, at, other, other]) ?? '';
        expect(commitmentOf(row)).toBe(createHash('sha256').update(written).digest('hex'));
      },
    ),
  );
});
