import fc from 'fast-check';
import { makeLedger, type TestLedger } from '../../make/ledger';
import { meddling } from '../../make/ledger-meddling';

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
