import fc from 'fast-check';
import { added, standingOf, tallied, type Handled } from '../../../cloudfunctions/domain/pack-figures';

const request: Handled = {
  subject: 's',
  kind: 'complaint',
  state: 'done',
  open: false,
  verifiedAt: '2026-11-02T02:00:00.000Z',
  dueOn: '2026-11-23',
};
const open = { ...request, state: 'in_review', open: true } as const;
const on = (day: string) => new Date(`${day}T12:00:00+08:00`);
const at = (instant: string) => new Date(instant).toISOString();

describe('how a request stands against its deadline', () => {
  it.each([
    [
      'answered before it',
      { ...request, decidedAt: at('2026-11-04T02:00:00Z') },
      { inTime: 1, longestWorkingDays: 2 },
    ],
    [
      'answered in its last minute in Beijing',
      { ...request, decidedAt: at('2026-11-23T15:59:00Z') },
      { inTime: 1, longestWorkingDays: 15 },
    ],
    [
      'answered a minute after it in Beijing',
      { ...request, decidedAt: at('2026-11-23T16:00:00Z') },
      { late: 1, longestWorkingDays: 16 },
    ],
    ['taken back', { ...request, state: 'cancelled' } as const, { withdrawn: 1 }],
    ['open on its last day', open, { open: 1, overdue: 0 }, '2026-11-23'],
    ['open the day after', open, { open: 1, overdue: 1 }, '2026-11-24'],
    [
      'quoted, which is no answer yet',
      { ...open, decidedAt: at('2026-11-04T02:00:00Z') },
      { open: 1, overdue: 0 },
      '2026-11-05',
    ],
  ])('%s', (_, row: Handled, standing, today = '2026-12-31') => {
    expect(standingOf(row, true, on(today))).toEqual({ received: 1, ...standing });
  });

  it('is nobody’s fault any more once the account is gone', () => {
    expect(standingOf(open, false, on('2027-01-05'))).toEqual({ received: 1, leftWithAccount: 1 });
    const erased = { ...request, state: 'cancelled' } as const;
    expect(standingOf({ ...erased, history: [{ state: 'verified' }] }, false, on('2027-01-05'))).toEqual({
      received: 1,
      leftWithAccount: 1,
    });
    expect(standingOf({ ...erased, history: [{ state: 'cancelled' }] }, false, on('2027-01-05'))).toEqual({
      received: 1,
      withdrawn: 1,
    });
  });
});

describe('a request that was filed anew', () => {
  it('is counted once, as the one that goes on', () => {
    expect(standingOf({ ...request, state: 'replaced' }, true, on('2026-12-31'))).toEqual({});
  });
});

describe('figures', () => {
  const name = fc.constantFrom('a', 'b');
  const counts = fc.dictionary(fc.constantFrom('x', 'longestX'), fc.nat(9));
  it('add up the same however the pages fall', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, counts)), fc.nat(20), (rows, cut) => {
        expect(added(tallied(rows.slice(0, cut)), tallied(rows.slice(cut)))).toEqual(tallied(rows));
      }),
    );
  });

  it('are sums, but for the longest', () => {
    const one = { a: { x: 1, longestX: 5 } };
    expect(added(one, { a: { x: 2, longestX: 3 } })).toEqual({ a: { x: 3, longestX: 5 } });
  });
});
