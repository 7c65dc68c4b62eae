import { calendarDays } from '../../../cloudfunctions/domain/calendar/calendar-days';
import { calendarWords, leftInWords, monthsOf } from '@/features/requests/clock-calendar';

const clock = {
  kind: 'access',
  calendar: calendarDays('2026-09-18', '2026-10-16'),
  today: '2026-09-21',
  dueOn: '2026-10-16',
  daysLeft: 13,
} as const;

test('[P59] the picture has each day once, in weeks from Monday, month by month', () => {
  const months = monthsOf(clock);
  expect(months.map(({ title }) => title)).toEqual(['2026年9月', '2026年10月']);
  for (const { weeks } of months) for (const week of weeks) expect(week).toHaveLength(7);
  const numbers = months.flatMap(({ weeks }) => weeks.flat().flatMap((cell) => cell?.number ?? []));
  expect(numbers).toHaveLength(clock.calendar.length);
  // The 18th of September 2026 is a Friday, the first day; what lies before it is not the clock's.
  expect(months[0]?.weeks[0]?.map((cell) => cell?.number)).toEqual([
    ...[undefined, undefined, undefined, undefined],
    ...['18', '19', '20'],
  ]);
});

test('[P59] today, the last day, rest days and make-up days are each said by a word, not a colour', () => {
  const words = new Map(
    monthsOf(clock).flatMap(({ title, weeks }) =>
      weeks.flat().flatMap((cell) => (cell ? [[`${title}${cell.number}`, cell.word] as const] : [])),
    ),
  );
  expect(words.get('2026年9月18')).toBe('开始');
  expect(words.get('2026年9月19')).toBe('休');
  expect(words.get('2026年9月20')).toBe('班');
  expect(words.get('2026年9月21')).toBe('今天');
  expect(words.get('2026年9月22')).toBe('');
  expect(words.get('2026年10月1')).toBe('休');
  expect(words.get('2026年10月16')).toBe('截止');
});

test('a screen reader is told what the picture shows', () => {
  expect(calendarWords(clock)).toBe(
    '日历：2026年9月18日 开始，今天是 2026年9月21日，最晚 2026年10月16日 答复，还剩 13 个工作日。' +
      '除周末外，放假：9月25日、10月1日、10月2日、10月5日、10月6日、10月7日。调休上班：9月20日、10月10日。',
  );
});

test.each([
  [{ daysLeft: 1 }, '还剩 1 个工作日'],
  [{ daysLeft: 0, today: '2026-10-16' }, '今天是最后一天'],
  // A question ends after fifteen days, whatever days those are.
  [{ kind: 'question', daysLeft: 4, today: '2026-10-12', dueOn: '2026-10-18' }, '还剩 6 天'],
  [{ kind: 'question', daysLeft: 0, today: '2026-10-17', dueOn: '2026-10-18' }, '还剩 1 天'],
  [{ kind: 'question', daysLeft: 0, today: '2026-10-18', dueOn: '2026-10-18' }, '今天是最后一天'],
] as const)('the days left are counted in words: %j', (more, words) => {
  expect(leftInWords({ ...clock, ...more })).toBe(words);
});
