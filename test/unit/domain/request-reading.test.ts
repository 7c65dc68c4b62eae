import { readingOf, type RequestFacts } from '../../../cloudfunctions/domain/requests/present';

const facts = (more: Partial<RequestFacts>): RequestFacts => ({
  subject: 's',
  kind: 'access',
  state: 'verified',
  open: true,
  version: 1,
  submittedAt: '2026-09-17T02:00:00.000Z',
  verifiedAt: '2026-09-18T02:00:00.000Z',
  dueOn: '2026-10-16',
  provisional: false,
  ...more,
});
const reading = (more: Partial<RequestFacts>) =>
  readingOf('r', facts(more), [], new Date('2026-09-20T17:00:00.000Z'));

test('[P59] a reading draws the days from the beginning of the clock that runs to the last day', () => {
  const { calendar, today } = reading({});
  expect(today).toBe('2026-09-21');
  expect([calendar[0]?.day, calendar.at(-1)?.day]).toEqual(['2026-09-18', '2026-10-16']);
  expect(calendar.find(({ day }) => day === '2026-09-20')?.kind).toBe('work');
  expect(calendar.find(({ day }) => day === '2026-10-01')?.kind).toBe('rest');
  expect(reading({ clockFrom: '2026-09-30T17:00:00.000Z' }).calendar[0]?.day).toBe('2026-10-01');
});

test.each(['submitted', 'quoted', 'executing', 'failed', 'done', 'refused', 'cancelled'] as const)(
  'a request that is %s has no running clock to draw',
  (state) => {
    expect(reading({ state }).calendar).toEqual([]);
  },
);
