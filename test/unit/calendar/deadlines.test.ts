import fc from 'fast-check';
import {
  coolingOffEnd,
  daysLeft,
  dueDays,
  priorityOf,
  replyDeadline,
  replyLimits,
} from '../../../cloudfunctions/domain/calendar/deadlines';
import {
  addCalendarDays,
  addWorkingDays,
  beijingDay,
} from '../../../cloudfunctions/domain/calendar/working-days';
import { keysOf } from '../../../src/contracts/request-vocabulary';

/** Noon in Beijing. */
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);

describe('[P59] [P74] a request is answered within 15 working days', () => {
  it.each([
    ['2024-01-26', '2024-02-21', 'Spring Festival 2024 with both make-up Sundays'],
    ['2024-04-15', '2024-05-08', 'Labour Day 2024 with its make-up Sunday'],
    ['2024-09-13', '2024-10-11', 'Mid-autumn and National Day 2024'],
    ['2025-01-15', '2025-02-11', 'Spring Festival 2025'],
    ['2025-09-19', '2025-10-16', 'National Day and Mid-autumn 2025 together'],
    ['2026-02-06', '2026-03-05', 'Spring Festival 2026'],
    ['2026-09-18', '2026-10-15', 'Mid-autumn and National Day 2026'],
    ['2026-11-23', '2026-12-14', 'plain weeks'],
  ])('verified on %s, due on %s: %s', (verified, dueOn) => {
    expect(replyDeadline(noon(verified), 'access')).toEqual({ dueOn, provisional: false });
  });

  it('[P45] counts from the Beijing day on which identity was verified, not from the machine’s day', () => {
    expect(replyDeadline(new Date('2026-11-22T15:59:59Z'), 'copy').dueOn).toBe('2026-12-11');
    expect(replyDeadline(new Date('2026-11-22T16:00:00Z'), 'copy').dueOn).toBe('2026-12-14');
  });

  it('says so when the coming year has no notice yet', () => {
    expect(replyDeadline(noon('2026-12-20'), 'delete')).toEqual({ dueOn: '2027-01-08', provisional: true });
  });
});

describe('[P72] a question to the person in charge is answered within 15 days', () => {
  it.each([
    ['2026-11-23', '2026-12-08'],
    ['2026-02-06', '2026-02-21'],
    ['2026-12-20', '2027-01-04'],
  ])('verified on %s, due on %s, and no notice can move that', (verified, dueOn) => {
    expect(replyDeadline(noon(verified), 'question')).toEqual({ dueOn, provisional: false });
  });

  it('never later than the clock in working days', () => {
    const instants = fc.date({
      min: new Date('2024-01-01'),
      max: new Date('2026-12-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (at) => replyDeadline(at, 'question').dueOn <= replyDeadline(at, 'access').dueOn),
    );
  });
});

describe('[P73] a report of a leak is answered within one working day', () => {
  it.each([
    ['2026-11-23', '2026-11-24', 'plain days'],
    ['2026-11-20', '2026-11-23', 'over a weekend'],
    ['2026-02-13', '2026-02-14', 'on the make-up Saturday before Spring Festival'],
    ['2026-02-14', '2026-02-24', 'over Spring Festival'],
  ])('reported on %s, due on %s: %s', (reported, dueOn) => {
    expect(replyDeadline(noon(reported), 'leak')).toEqual({ dueOn, provisional: false });
  });
});

describe('what staff meet first', () => {
  it('is a report of a leak, and nothing else comes before the due date', () => {
    expect(priorityOf('leak')).toBeLessThan(priorityOf('access'));
    const others = keysOf(replyLimits).filter((kind) => kind !== 'leak');
    expect(new Set(others.map(priorityOf))).toEqual(new Set([priorityOf('access')]));
  });
});

describe('the cooling-off of a deregistration', () => {
  it.each([
    ['2026-11-23T12:00:00+08:00', 3, '2026-11-26T16:00:00.000Z', 'plain days'],
    ['2026-11-20T23:59:59+08:00', 3, '2026-11-25T16:00:00.000Z', 'over a weekend'],
    ['2026-02-13T12:00:00+08:00', 3, '2026-02-25T16:00:00.000Z', 'over Spring Festival'],
    ['2026-11-23T12:00:00+08:00', 0, '2026-11-23T16:00:00.000Z', 'the same day'],
  ])('frozen at %s, %i working days, ends at %s: %s', (frozenAt, count, end) => {
    expect(coolingOffEnd(new Date(frozenAt), count).toISOString()).toBe(end);
  });

  it('is never longer than 5 working days, so that the whole stays inside 15', () => {
    expect(coolingOffEnd(noon('2026-11-23'), 5).toISOString()).toBe('2026-11-30T16:00:00.000Z');
    expect(() => coolingOffEnd(noon('2026-11-23'), 6)).toThrow(
      new RangeError('cooling-off longer than 5 working days'),
    );
  });
});

describe('the days left', () => {
  it.each([
    ['2026-11-23T12:00:00+08:00', { workingDays: 15, overdue: false, overdueBy: 0 }],
    ['2026-12-14T23:59:59+08:00', { workingDays: 0, overdue: false, overdueBy: 0 }],
    ['2026-12-15T00:00:00+08:00', { workingDays: 0, overdue: true, overdueBy: 1 }],
    ['2026-12-21T00:00:00+08:00', { workingDays: 0, overdue: true, overdueBy: 5 }],
  ])('at %s, due on 14 December', (now, expected) => {
    expect(daysLeft(new Date(now), '2026-12-14')).toEqual(expected);
  });

  it('are zero late days on a weekend right after the due day, and still overdue', () => {
    expect(daysLeft(noon('2026-12-12'), '2026-12-11')).toEqual({
      workingDays: 0,
      overdue: true,
      overdueBy: 0,
    });
  });

  const instants = fc.date({
    min: new Date('2024-01-01'),
    max: new Date('2027-06-01'),
    noInvalidDate: true,
  });

  it('lead from a day to every day that is as far away, and from a day to no other', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 40 }), (at, days) => {
        const today = beijingDay(at);
        const dueOn = addCalendarDays(today, days);
        const { workingDays } = daysLeft(at, dueOn);
        expect(dueDays(today, workingDays)).toContain(dueOn);
        expect(dueDays(today, workingDays + 1)).not.toContain(dueOn);
      }),
    );
    expect(dueDays('2026-03-13', 5)).toEqual(['2026-03-20', '2026-03-21', '2026-03-22']);
  });

  it('start at the count that was promised', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 30 }), (at, count) => {
        const { day } = addWorkingDays(beijingDay(at), count);
        expect(daysLeft(at, day)).toEqual({ workingDays: count, overdue: false, overdueBy: 0 });
      }),
    );
  });
});
