import { createHash } from 'node:crypto';
import { dayChecker, type DayRow } from '../../../cloudfunctions/domain/ledger-days';
import { collectFindings, type Finding } from '../../../cloudfunctions/domain/ledger-findings';
import { anchorChain, type MadeAnchor } from '../../make/anchors';

const commitment = (name: string) => createHash('sha256').update(name).digest('hex');
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(commitment) as [string, string, string, string];

/** Two rows on the first day, none on the second, one each on the third and the fourth. */
const anchors: MadeAnchor[] = [
  { id: '2026-03-01.1', commitments: [a, b] },
  { id: '2026-03-03.1', commitments: [c] },
  { id: '2026-03-04.1', commitments: [d] },
];
const row = (day: string, hour: number, commitment: string): DayRow => ({
  at: `2026-03-${day}T${String(hour).padStart(2, '0')}:00:00.000Z`,
  commitment,
});
const [rowA, rowB, rowC, rowD] = [
  row('01', 8, a),
  row('01', 9, b),
  row('03', 0, c),
  row('04', 23, d),
] as const;

interface Case {
  made?: readonly MadeAnchor[];
  rows: readonly DayRow[];
  from?: string;
  findings?: Finding[];
  anchored: number;
  waiting?: number;
}

function checked({ made = anchors, rows, from = '' }: Case) {
  const collector = collectFindings();
  const checker = dayChecker(anchorChain(...made), from, collector);
  for (const each of rows) checker.row(each);
  return { ...checker.end(), findings: collector.result().findings };
}

const cases: Record<string, Case> = {
  'nothing where every day is as it was anchored': { rows: [rowA, rowB, rowC, rowD], anchored: 3 },
  'a day of which a row is gone': {
    rows: [rowA, rowC, rowD],
    anchored: 3,
    findings: [{ fault: 'day-short', place: '2026-03-01' }],
  },
  'a day whose rows are all gone, between others': {
    rows: [rowA, rowB, rowD],
    anchored: 2,
    findings: [{ fault: 'day-short', place: '2026-03-03' }],
  },
  'the last day, if its rows are all gone': {
    rows: [rowA, rowB, rowC],
    anchored: 2,
    findings: [{ fault: 'day-short', place: '2026-03-04' }],
  },
  'every day of a ledger that is empty': {
    rows: [],
    anchored: 0,
    findings: ['2026-03-01', '2026-03-03', '2026-03-04'].map((place) => ({ fault: 'day-short', place })),
  },
  'a day with a row too many': {
    rows: [rowA, rowB, rowC, row('03', 1, d), rowD],
    anchored: 3,
    findings: [{ fault: 'day-extra', place: '2026-03-03' }],
  },
  'a day with another row in the place of one': {
    rows: [rowA, rowB, row('03', 0, d), rowD],
    anchored: 3,
    findings: [{ fault: 'day-altered', place: '2026-03-03' }],
  },
  'a day whose rows changed places': {
    rows: [row('01', 8, b), row('01', 9, a), rowC, rowD],
    anchored: 3,
    findings: [{ fault: 'day-altered', place: '2026-03-01' }],
  },
  'a day without an anchor between others': {
    rows: [rowA, rowB, row('02', 12, d), rowC, rowD],
    anchored: 3,
    findings: [{ fault: 'day-unanchored', place: '2026-03-02' }],
  },
  'nothing about rows after the newest anchor, which wait': {
    rows: [rowA, rowB, rowC, rowD, row('05', 0, a), row('06', 0, b)],
    anchored: 3,
    waiting: 2,
  },
  'nothing before the first anchor, when every row waits': {
    made: [],
    rows: [rowA],
    anchored: 0,
    waiting: 1,
  },
  'nothing about a day that was anchored without rows': {
    made: [...anchors, { id: '2026-03-05.1' }],
    rows: [rowA, rowB, rowC, rowD],
    anchored: 3,
  },
  'nothing where a day was anchored again, for its newest anchor counts': {
    made: [
      { id: '2026-03-01.1', commitments: [a] },
      { id: '2026-03-01.2', commitments: [a, b] },
    ],
    rows: [rowA, rowB],
    anchored: 1,
  },
  'nothing about days that have outlived their life': { from: '2026-03-04', rows: [rowD], anchored: 1 },
  'the very first day that has not': {
    from: '2026-03-04',
    rows: [],
    anchored: 0,
    findings: [{ fault: 'day-short', place: '2026-03-04' }],
  },
};

describe('the days, held against their anchors,', () => {
  it.each(Object.entries(cases))('name %s', (_, each) => {
    const { findings = [], anchored, waiting = 0 } = each;
    expect(checked(each)).toEqual({ findings, anchored, waiting });
  });
});
