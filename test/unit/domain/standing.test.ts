import { closedBy, eraseAfterOf, isLocked, isRestorable } from '../../../cloudfunctions/domain/standing';

const lockedAt = '2026-03-01T02:00:00.000Z';
const eraseAfter = '2026-03-05T16:00:00.000Z';

describe('who may work with an account', () => {
  it.each([
    ['active', undefined, undefined],
    ['active', lockedAt, 'LOCKED'],
    ['frozen', undefined, 'FROZEN'],
    // The lock comes first, for a frozen account hands out a copy.
    ['frozen', lockedAt, 'LOCKED'],
    ['erasing', undefined, 'FROZEN'],
    ['erasing', lockedAt, 'FROZEN'],
  ])('%s, locked at %s: closed by %s', (status, locked, closed) => {
    expect(closedBy({ status, lockedAt: locked })).toBe(closed);
    expect(isLocked({ status, lockedAt: locked })).toBe(closed === 'LOCKED');
  });

  it('has nothing to do with how long a leaving can be taken back', () => {
    const now = new Date(lockedAt);
    for (const locked of [undefined, lockedAt])
      expect(isRestorable({ status: 'frozen', eraseAfter, lockedAt: locked }, now)).toBe(true);
  });
});

describe('[P35] an account that is frozen now is erased', () => {
  const now = new Date('2026-03-04T02:00:00.000Z');
  const coolingOffEnd = new Date('2026-03-09T16:00:00.000Z');
  it.each([
    ['after its cooling-off', {}, '2026-03-09T16:00:00.000Z'],
    [
      'no sooner than the number before stops being the way back',
      { formerPhoneDigest: 'd', phoneChangedAt: '2026-03-03T20:00:00.000Z' },
      '2026-03-11T16:00:00.000Z',
    ],
    [
      'after its cooling-off, where that is later',
      { formerPhoneDigest: 'd', phoneChangedAt: '2026-02-26T02:00:00.000Z' },
      '2026-03-09T16:00:00.000Z',
    ],
    [
      'after its cooling-off, where the way back has ended and was not swept yet',
      { formerPhoneDigest: 'd', phoneChangedAt: '2026-02-25T01:00:00.000Z' },
      '2026-03-09T16:00:00.000Z',
    ],
  ])('%s', (_, changed, eraseAfter) => {
    expect(eraseAfterOf(changed, coolingOffEnd, now)).toBe(eraseAfter);
  });
});
