import fc from 'fast-check';
import { isPlain, reachedSince, wasThere, type Holding } from '../../../cloudfunctions/domain/incident';

/** A tick of the test's clock as an instant; ticks keep their order as text. */
const at = (tick: number) => new Date(Date.UTC(2026, 0, 1) + tick * 60_000).toISOString();

interface Life {
  registered: number;
  given: boolean;
  changes: { tick: number; there: boolean }[];
}

/** What a breach reaches, told moment by moment: nothing but "what lay there at this tick". */
function naive({ registered, given, changes }: Life, from: number, to: number): number | undefined {
  const events = [{ tick: registered, there: given }, ...changes];
  for (let tick = from; tick <= to; tick += 1) {
    const last = events.filter((event) => event.tick <= tick).pop();
    if (last?.there === true) return last.tick;
  }
  return undefined;
}

/** What the database knows of such a life at its end. */
function known({ registered, given, changes }: Life): Holding {
  const last = changes.at(-1) ?? { tick: registered, there: given };
  return {
    registeredAt: at(registered),
    given,
    since: last.there ? at(last.tick) : undefined,
    changes: changes.map(({ tick, there }) => ({ at: at(tick), there })),
  };
}

const tick = fc.integer({ min: 0, max: 40 });
const life: fc.Arbitrary<Life> = fc
  .record({
    ticks: fc.uniqueArray(tick, { minLength: 1, maxLength: 6 }),
    states: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  })
  .map(({ ticks, states }) => {
    const [registered = 0, ...later] = [...ticks].sort((a, b) => a - b);
    const changes = later.map((moment, index) => ({ tick: moment, there: states[index] ?? false }));
    return { registered, given: states[5] ?? false, changes };
  });
const window = fc.tuple(tick, tick).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

describe('[P44] whom a breach reaches', () => {
  it('is who held a value at any moment of it, as a moment by moment look says', () => {
    fc.assert(
      fc.property(life, window, (lived, { from, to }) => {
        const found = naive(lived, from, to);
        expect(reachedSince(known(lived), { from: at(from), to: at(to) })).toBe(
          found === undefined ? undefined : at(found),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('needs no history where the value was there throughout', () => {
    fc.assert(
      fc.property(life, window, (lived, { from, to }) => {
        const holding = known(lived);
        const breach = { from: at(from), to: at(to) };
        fc.pre(isPlain(holding, breach));
        expect(reachedSince({ ...holding, given: undefined, changes: [] }, breach)).toBe(
          reachedSince(holding, breach),
        );
      }),
    );
  });

  it('leaves nobody out where nobody wrote down what came with registration', () => {
    fc.assert(
      fc.property(life, window, (lived, { from, to }) => {
        const breach = { from: at(from), to: at(to) };
        const holding = known(lived);
        if (reachedSince(holding, breach) === undefined) return;
        expect(reachedSince({ ...holding, given: undefined }, breach)).toBeDefined();
      }),
    );
  });

  it('counts somebody erased by now who was there, and nobody who left before or came after', () => {
    const breach = { from: at(10), to: at(20) };
    const cases: [number, number, boolean][] = [
      [0, 9, false],
      [0, 10, false],
      [0, 11, true],
      [15, 16, true],
      [20, 30, true],
      [21, 30, false],
    ];
    for (const [from, until, there] of cases) expect(wasThere(at(from), at(until), breach)).toBe(there);
  });
});
