import { addCalendarDays, isWorkingDay, type IsoDay } from './working-days';

/** A day as a calendar draws it: worked or not, by the State Council's notice. */
export interface CalendarDay {
  day: IsoDay;
  kind: 'work' | 'rest';
}

/** Every day from `from` to `to`, both included; none where `to` lies before `from`. */
export function calendarDays(from: IsoDay, to: IsoDay): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = from; day <= to; day = addCalendarDays(day, 1))
    days.push({ day, kind: isWorkingDay(day) ? 'work' : 'rest' });
  return days;
}
