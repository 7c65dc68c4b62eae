import { lineOf, weakGroups, type Verdict } from '../../config/mutation-score';

/** So many mutants of each fate. */
const fates = (counts: Partial<Record<Verdict['status'], number>>): Verdict[] =>
  Object.entries(counts).flatMap(([status, count]) =>
    Array.from({ length: count }, () => ({ status: status as Verdict['status'] })),
  );

describe('the score of mutation testing', () => {
  it('is bad where any one group is under the least, however good the others are', () => {
    const strong = fates({ Killed: 1000 });
    const weak = fates({ Killed: 84, Survived: 16 });
    expect(weakGroups(new Map([['strong', strong]]), 85)).toEqual([]);
    expect(weakGroups(new Map(Object.entries({ strong, weak })), 85)).toEqual(['weak']);
    expect(weakGroups(new Map([['at the least', fates({ Killed: 85, Survived: 15 })]]), 85)).toEqual([]);
  });

  it('is bad where nothing was tried', () => {
    expect(weakGroups(new Map([['none', fates({ Ignored: 3, CompileError: 1 })]]), 85)).toEqual(['none']);
  });

  it('counts what no test reaches as missed, and tells time-outs apart from what a test noticed', () => {
    const line = lineOf('calendar', fates({ Killed: 6, Timeout: 2, Survived: 1, NoCoverage: 1, Ignored: 5 }));
    expect(line).toBe('calendar           8 of 10 found   80.0 %   2 of them by time-out');
  });
});
