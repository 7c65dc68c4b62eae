import { calendarDays } from '../../../cloudfunctions/domain/calendar/calendar-days';
import { replyDeadline } from '../../../cloudfunctions/domain/calendar/deadlines';

const worked = (from: string, to: string) =>
  calendarDays(from, to)
    .filter(({ kind }) => kind === 'work')
    .map(({ day }) => day);

test('a calendar knows the holidays and the days that are worked for them', () => {
  expect(worked('2026-09-18', '2026-09-28')).toEqual([
    ...['2026-09-18', '2026-09-20', '2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24'],
    '2026-09-28',
  ]);
});

test.each(['2025-01-20', '2025-09-25', '2026-02-10', '2026-11-26'])(
  '[P59] the calendar of a request from %s shows as many working days as its clock has',
  (from) => {
    const { dueOn } = replyDeadline(new Date(`${from}T04:00:00Z`), 'access');
    const days = calendarDays(from, dueOn);
    expect(days[0]?.day).toBe(from);
    expect(days.at(-1)).toEqual({ day: dueOn, kind: 'work' });
    expect(days.slice(1).filter(({ kind }) => kind === 'work')).toHaveLength(15);
  },
);

test('a calendar that ends before it begins has no day', () => {
  expect(calendarDays('2026-11-26', '2026-11-25')).toEqual([]);
});
