import { allWorkingDays } from '@/features/requests/working-days';

test.each([
  // A Monday: two full weeks and the Tuesday after them.
  ['question', '2026-07-06T02:00:00.000Z', '2026-07-21', 11],
  // Sunday evening in UTC is Monday in Beijing.
  ['question', '2026-07-05T17:00:00.000Z', '2026-07-21', 11],
  // A Friday: its fifteen days end on a Saturday.
  ['question', '2026-07-03T02:00:00.000Z', '2026-07-18', 10],
  ['copy', '2026-07-06T02:00:00.000Z', '2026-07-27', 15],
  // A Friday, answered by the end of the Monday.
  ['leak', '2026-07-03T02:00:00.000Z', '2026-07-06', 1],
] as const)('a %s from %s to %s has %i working days', (kind, submittedAt, dueOn, count) => {
  expect(allWorkingDays({ kind, submittedAt, dueOn })).toBe(count);
});
