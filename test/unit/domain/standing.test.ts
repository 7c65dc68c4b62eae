import { closedBy, isLocked, isRestorable } from '../../../cloudfunctions/domain/standing';

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
