import dayjs from 'dayjs';
import { calendarCopy } from '@/copy/privacy/calendar';
import { dayInWords } from '@/features/privacy-centre/beijing-time';
import type { Month, MonthDay } from '@/ui/month-grid';
import { countsEveryDay, type RequestReading } from './model';

/** As much of a request as says how much of its time is left. */
export type Clock = Pick<RequestReading, 'kind' | 'calendar' | 'today' | 'dueOn' | 'daysLeft'>;

type ClockDay = Clock['calendar'][number];

const { words } = calendarCopy;

/** Monday first, as a Chinese calendar has it. */
const placeInWeek = (day: string): number => (dayjs.utc(day).day() + 6) % 7;
const isWeekend = (day: string): boolean => placeInWeek(day) > 4;

const isHoliday = ({ day, kind }: ClockDay): boolean => kind === 'rest' && !isWeekend(day);
const isMadeUp = ({ day, kind }: ClockDay): boolean => kind === 'work' && isWeekend(day);

/** What is said of a day, the more important first; its look says the same. */
function tellOf(each: ClockDay, { calendar, today, dueOn }: Clock): Pick<MonthDay, 'word' | 'look'> {
  const { day, kind } = each;
  if (day === today) return { word: day === dueOn ? words.todayDue : words.today, look: 'today' };
  if (day === dueOn) return { word: words.due, look: 'due' };
  if (day === calendar[0]?.day) return { word: words.begun, look: kind };
  if (kind === 'rest') return { word: words.rest, look: 'rest' };
  return { word: isMadeUp(each) ? words.madeUp : '', look: 'work' };
}

/** The days of a running clock as one calendar leaf for each month, with only the weeks that it touches. */
export function monthsOf(clock: Clock): Month[] {
  const months = new Map<string, Month>();
  for (const each of clock.calendar) {
    const place = placeInWeek(each.day);
    const title = dayjs.utc(each.day).format(calendarCopy.month);
    const month = months.get(title) ?? { title, weeks: [] };
    months.set(title, month);
    if (month.weeks.length === 0 || place === 0) month.weeks.push(new Array<MonthDay | null>(7).fill(null));
    const week = month.weeks.at(-1);
    if (week) week[place] = { number: String(dayjs.utc(each.day).date()), ...tellOf(each, clock) };
  }
  return [...months.values()];
}

/** How much time is left, in words, in the days that its clock counts. */
export function leftInWords({ kind, daysLeft, today, dueOn }: Clock): string {
  if (countsEveryDay(kind) && today < dueOn)
    return calendarCopy.leftOfAll(dayjs.utc(dueOn).diff(dayjs.utc(today), 'day'));
  return daysLeft > 0 ? calendarCopy.left(daysLeft) : calendarCopy.lastDay;
}

/** What the picture shows, for whoever cannot see it. */
export function calendarWords(clock: Clock): string {
  const { calendar, today, dueOn } = clock;
  const named = (keep: (each: ClockDay) => boolean) =>
    calendar.filter(keep).map(({ day }) => dayjs.utc(day).format(calendarCopy.day));
  return calendarCopy.spoken({
    begun: dayInWords(calendar[0]?.day ?? today),
    today: dayInWords(today),
    due: dayInWords(dueOn),
    left: leftInWords(clock),
    holidays: named(isHoliday),
    madeUp: named(isMadeUp),
  });
}
