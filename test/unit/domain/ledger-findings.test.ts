import {
  collectFindings,
  together,
  type Finding,
  type Findings,
} from '../../../cloudfunctions/domain/ledger-findings';

const places = (from: number, count: number) =>
  Array.from({ length: count }, (_, index): Finding => ({ fault: 'link', place: `a.${from + index}` }));

function collected(findings: readonly Finding[]) {
  const collector = collectFindings();
  for (const { fault, place } of findings) collector.add(fault, place);
  return collector;
}

describe('findings', () => {
  it.each<[string, Finding[], Pick<Findings, 'intact' | 'complete'>]>([
    ['nothing', [], { intact: true, complete: true }],
    ['an altered row', [{ fault: 'commitment', place: 'a.1' }], { intact: false, complete: true }],
    ['a missing day', [{ fault: 'day-short', place: '2026-03-01' }], { intact: true, complete: false }],
    [
      'both',
      [
        { fault: 'gap', place: 'a.1' },
        { fault: 'day-extra', place: '2026-03-01' },
      ],
      { intact: false, complete: false },
    ],
  ])('say of %s what it speaks against', (_, findings, verdict) => {
    expect(collected(findings).result()).toEqual({ ...verdict, faults: findings.length, findings });
  });

  it.each([
    { found: 0, kept: 0, isFull: false },
    { found: 19, kept: 19, isFull: false },
    { found: 20, kept: 20, isFull: true },
    { found: 21, kept: 20, isFull: true },
    { found: 500, kept: 20, isFull: true },
  ])('are kept up to the first twenty and counted all: $found', ({ found, kept, isFull }) => {
    const collector = collected(places(1, found));
    expect(collector.isFull()).toBe(isFull);
    expect(collector.result()).toMatchObject({ faults: found, findings: places(1, kept) });
  });
});

describe('two verdicts together', () => {
  it('hold only what both hold', () => {
    const sound: Findings = { intact: true, complete: true, faults: 0, findings: [] };
    const altered = { ...sound, intact: false };
    const missing = { ...sound, complete: false };
    expect(together(sound, sound)).toEqual(sound);
    for (const [a, b] of [
      [altered, missing],
      [missing, altered],
    ] as const)
      expect(together(a, b)).toMatchObject({ intact: false, complete: false });
    expect(together(altered, sound)).toMatchObject({ intact: false, complete: true });
    expect(together(sound, missing)).toMatchObject({ intact: true, complete: false });
  });

  it('count all their faults and keep the first twenty, those of the first before', () => {
    const [a, b] = [collected(places(1, 15)).result(), collected(places(16, 30)).result()];
    expect(together(a, b)).toMatchObject({ faults: 45, findings: places(1, 20) });
  });
});
