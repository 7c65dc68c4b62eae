import {
  countingAnchors,
  dayAfter,
  lastFinishedDay,
  timesAnchored,
  type Anchor,
} from '../../../cloudfunctions/domain/ledger-anchors';
import { anchorChain, fourDays, setBack } from '../../make/anchors';

const now = new Date('2026-03-31T00:00:00.000Z');
const [first, second, third] = fourDays;
/** What was made before the clock ran ahead, and after it was set back. */
const rightly = setBack.filter(({ seq }) => seq === 1 || seq === 4);

describe('the anchors that count', () => {
  const sameNight = anchorChain(
    { id: '2026-03-01.1', at: '2026-03-05T01:00:00.000Z' },
    { id: '2026-03-02.1', at: '2026-03-05T01:00:00.000Z' },
  );
  it.each<[string, readonly Anchor[], Date, readonly Anchor[]]>([
    ['all, in the order they were made', fourDays, now, fourDays],
    ['several of one night', sameNight, now, sameNight],
    ['one made this very instant', [first], new Date(first.anchoredAt), [first]],
    ['none made in the future', fourDays, new Date(third.anchoredAt), [first, second, third]],
    ['none after which another was made earlier', setBack, now, rightly],
  ])('are %s', (_, anchors, at, counting) => {
    expect(countingAnchors(anchors, at)).toEqual(counting);
  });

  it('still do not when the clock comes to where it had run', () => {
    const afterwards = new Date('2028-01-01T00:00:00.000Z');
    expect(countingAnchors(setBack, afterwards)).toEqual(rightly);
  });
});

describe('a day', () => {
  it.each([
    ['2026-03-02T00:29:59.999Z', '2026-02-28'],
    ['2026-03-02T00:30:00.000Z', '2026-03-01'],
    ['2026-03-02T23:59:59.999Z', '2026-03-01'],
    ['2024-03-01T00:30:00.000Z', '2024-02-29'],
  ])('is over half an hour after midnight: at %s the newest is %s', (at, day) => {
    expect(lastFinishedDay(new Date(at))).toBe(day);
  });

  it.each([
    ['2024-02-28', '2024-02-29'],
    ['2026-02-28', '2026-03-01'],
    ['2026-12-31', '2027-01-01'],
  ])('%s is followed by %s', (day, after) => {
    expect(dayAfter(day)).toBe(after);
  });

  it("counts in its anchor's name how often it was anchored", () => {
    expect(timesAnchored({ _id: '2026-03-01.12' })).toBe(12);
  });
});
