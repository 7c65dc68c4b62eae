import { readFileSync } from 'node:fs';
import { isWorkday } from 'chinese-days';
import {
  addCalendarDays,
  isWorkingDay,
  type IsoDay,
} from '../../cloudfunctions/domain/calendar/working-days';
import { statutoryYears } from '../../cloudfunctions/domain/calendar/statutory-days';

const years = [2024, 2025, 2026];

/** Every day of the year, counted on UTC instants so that nothing under test makes the list. */
function daysOf(year: number): IsoDay[] {
  const days: IsoDay[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

const plainWeekday = (day: IsoDay) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** holiday-calendar's own data for a year: true = a weekend day that is worked, false = a day off. */
function transfersOf(year: number): Map<IsoDay, boolean> {
  const file = require.resolve(`holiday-calendar/data/CN/${String(year)}.json`);
  const { dates } = JSON.parse(readFileSync(file, 'utf8')) as { dates: { date: IsoDay; type: string }[] };
  return new Map(dates.map(({ date, type }) => [date, type === 'transfer_workday']));
}

describe.each(years)('the statutory days of %i', (year) => {
  it('[P59] agree with chinese-days on every day', () => {
    const days = daysOf(year);
    expect(days.length).toBe(year === 2024 ? 366 : 365);
    expect(days.filter((day) => isWorkingDay(day) !== isWorkday(day))).toEqual([]);
  });

  it('[P59] agree with holiday-calendar on every day', () => {
    const transfers = transfersOf(year);
    const theirs = (day: IsoDay) => transfers.get(day) ?? plainWeekday(day);
    expect(transfers.size).toBeGreaterThan(25);
    expect(daysOf(year).filter((day) => isWorkingDay(day) !== theirs(day))).toEqual([]);
  });

  it('name their notice and the official address where it can be read', () => {
    const notice = statutoryYears[year]?.notice;
    expect(notice?.number).toMatch(/^国办发明电〔\d{4}〕\d+号$/);
    expect(notice?.number).toContain(String(year - 1));
    expect(notice?.address).toMatch(/^https:\/\/www\.gov\.cn\/zhengce\/content\/\d{6}\/content_\d+\.htm$/);
  });
});

it('a make-up day is always a weekend, and never inside a break', () => {
  for (const { breaks } of Object.values(statutoryYears)) {
    const off = breaks.flatMap(({ from, to }) => {
      const days: IsoDay[] = [];
      for (let day = from; day <= to; day = addCalendarDays(day, 1)) days.push(day);
      return days;
    });
    const worked = breaks.flatMap((each) => each.worked);
    expect(worked.filter((day) => plainWeekday(day) || off.includes(day))).toEqual([]);
    expect(new Set(off).size).toBe(off.length);
  }
});
