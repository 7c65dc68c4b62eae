import { checkAnchors, type Anchor } from '../../../cloudfunctions/domain/ledger-anchors';
import { collectFindings, type Finding } from '../../../cloudfunctions/domain/ledger-findings';
import { anchorKey, fourDays, setBack, signed } from '../../make/anchors';

const now = new Date('2026-03-31T00:00:00.000Z');
const other = 'f'.repeat(64);

function findingsOf(anchors: readonly Anchor[], key: string | undefined, at = now): readonly Finding[] {
  const collector = collectFindings();
  checkAnchors(anchors, at, key, collector);
  return collector.result().findings;
}

const [first, second, third, fourth] = fourDays;
const without = (anchors: readonly Anchor[], ...seqs: number[]) =>
  anchors.filter(({ seq }) => !seqs.includes(seq));

describe('the chain of anchors', () => {
  const cases: [string, readonly Anchor[], Finding[]][] = [
    ['nothing where all stand as they were made', fourDays, []],
    ['nothing where the oldest have outlived their life', [third, fourth], []],
    ['a gap, at the anchor after it', [first, third, fourth], [{ fault: 'anchor-gap', place: third._id }]],
    [
      'an anchor that the one after knew otherwise, even signed',
      [first, signed({ ...second, root: other }), third, fourth],
      [{ fault: 'anchor-altered', place: second._id }],
    ],
    [
      'a first anchor that has one before it',
      [signed({ ...first, previous: other })],
      [{ fault: 'anchor-altered', place: first._id }],
    ],
    [
      "an anchor under another day's name",
      [first, second, third, signed({ ...fourth, _id: '2026-03-05.1' })],
      [{ fault: 'anchor-altered', place: '2026-03-05.1' }],
    ],
    [
      'an anchor that was changed and not signed anew',
      [first, second, third, { ...fourth, rows: 7 }],
      [{ fault: 'anchor-signature', place: fourth._id }],
    ],
    [
      'a signature that is none',
      [{ ...first, signature: 'none' }],
      [{ fault: 'anchor-signature', place: first._id }],
    ],
    ['nothing where a clock was set back', setBack, []],
    [
      'a superseded anchor that is gone after one that counts',
      without(setBack, 3),
      [{ fault: 'anchor-gap', place: '2026-03-02.2' }],
    ],
    ['nothing about superseded ones before the first that counts', without(setBack, 1, 3), []],
  ];
  it.each(cases)('names %s', (_, anchors, findings) => {
    expect(findingsOf(anchors, anchorKey)).toEqual(findings);
  });

  it('asks for no gap among anchors of which none counts yet', () => {
    const early = new Date('2026-02-01T00:00:00.000Z');
    expect(findingsOf([first, third], anchorKey, early)).toEqual([]);
  });

  it('is checked without signatures where there is no key', () => {
    const forged = { ...third, signature: 'none' };
    expect(findingsOf([first, forged, fourth], undefined)).toEqual([
      { fault: 'anchor-gap', place: third._id },
    ]);
  });
});
