import fc from 'fast-check';
import {
  addCalendarDays,
  addWorkingDays,
  beijingDay,
  endOfBeijingDay,
  isWorkingDay,
  weekday,
  workingDaysBetween,
} from '../../../cloudfunctions/domain/calendar/working-days';

const day = fc
  .integer({ min: Date.UTC(2023, 5, 1) / 86_400_000, max: Date.UTC(2028, 0, 1) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const instant = fc.date({ min: new Date('2023-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });

describe('a day in Beijing', () => {
  it('begins at 16:00 UTC of the day before', () => {
    expect(beijingDay(new Date('2026-11-22T15:59:59.999Z'))).toBe('2026-11-22');
    expect(beijingDay(new Date('2026-11-22T16:00:00.000Z'))).toBe('2026-11-23');
    expect(endOfBeijingDay('2026-11-22').toISOString()).toBe('2026-11-22T16:00:00.000Z');
  });

  it('contains every instant before its end and none from its end on', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const end = endOfBeijingDay(beijingDay(at)).getTime();
        expect(at.getTime()).toBeLessThan(end);
        expect(end - at.getTime()).toBeLessThanOrEqual(86_400_000);
        expect(beijingDay(new Date(end))).toBe(addCalendarDays(beijingDay(at), 1));
      }),
    );
  });

  it.each(['2026-2-1', '2026-02-30', '2026-13-01', '', 'today', '2026-02-01T00:00:00Z', '+2026-02-01'])(
    'is refused by name when malformed or impossible: %j',
    (wrong) => {
      expect(() => isWorkingDay(wrong)).toThrow(new RangeError(`not an ISO day: ${wrong}`));
    },
  );
});

describe('counting working days', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23', 'a Friday, so Monday'],
    ['2026-11-21', 1, '2026-11-23', 'a Saturday, so Monday'],
    ['2026-11-23', 0, '2026-11-23', 'nothing to count'],
    ['2024-02-08', 1, '2024-02-09', 'New Year’s Eve of 2024 is worked'],
    ['2024-02-09', 1, '2024-02-18', 'the make-up Sunday after Spring Festival'],
    ['2025-01-25', 1, '2025-01-26', 'the make-up Sunday before Spring Festival'],
    ['2025-01-27', 1, '2025-02-05', 'across eight days off'],
    ['2026-02-13', 2, '2026-02-24', 'make-up Saturday, then across nine days off'],
    ['2026-09-30', 3, '2026-10-10', 'the make-up Saturday after National Day'],
  ])('from %s, %i on, is %s: %s', (from, count, expected) => {
    expect(addWorkingDays(from, count)).toEqual({ day: expected, provisional: false });
  });

  it('is provisional as soon as a year without a notice is used, and then takes Monday to Friday', () => {
    expect(addWorkingDays('2026-12-30', 1)).toEqual({ day: '2026-12-31', provisional: false });
    expect(addWorkingDays('2026-12-31', 1)).toEqual({ day: '2027-01-01', provisional: true });
    expect(addWorkingDays('2026-12-24', 15)).toEqual({ day: '2027-01-14', provisional: true });
    expect(addWorkingDays('2023-12-28', 2)).toEqual({ day: '2024-01-02', provisional: true });
  });

  it('lands on a working day, exactly that many working days later', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const reached = addWorkingDays(from, count).day;
        expect(isWorkingDay(reached)).toBe(true);
        expect(workingDaysBetween(from, reached)).toBe(count);
        expect(workingDaysBetween(reached, from)).toBe(-count);
      }),
    );
  });

  it('adds up in any two steps', () => {
    fc.assert(
      fc.property(day, fc.nat(30), fc.nat(30), (from, first, second) => {
        const middle = addWorkingDays(from, first).day;
        expect(addWorkingDays(middle, second).day).toBe(addWorkingDays(from, first + second).day);
      }),
    );
  });

  it('never goes back when the start moves on', () => {
    fc.assert(
      fc.property(day, fc.nat(30), (from, count) => {
        const later = addWorkingDays(addCalendarDays(from, 1), count).day;
        expect(later >= addWorkingDays(from, count).day).toBe(true);
      }),
    );
  });

  it.each([-1, 1.5, NaN])('refuses %p as a count', (count) => {
    expect(() => addWorkingDays('2026-11-23', count)).toThrow(
      new RangeError(`not a count of days: ${String(count)}`),
    );
  });
});

it('weekdays follow each other', () => {
  expect(weekday('2026-11-22')).toBe(0);
  fc.assert(fc.property(day, (from) => weekday(addCalendarDays(from, 1)) === (weekday(from) + 1) % 7));
});
