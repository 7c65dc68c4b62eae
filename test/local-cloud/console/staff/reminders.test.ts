import { newestOf } from './reminders';

const notice = (day: string, kind: 'altered' | 'overdue', ...requestIds: string[]) =>
  ({ day, kind, role: 'supervisor', count: requestIds.length, requestIds }) as const;

test('what was found several times on the last day stands once, with all of it', () => {
  const shown = newestOf([
    notice('2026-11-26', 'altered', 'r3'),
    notice('2026-11-26', 'overdue', 'r9'),
    notice('2026-11-26', 'altered', 'r1', 'r2'),
    notice('2026-11-25', 'altered', 'r0'),
  ]);
  expect(shown).toEqual([
    notice('2026-11-26', 'altered', 'r3', 'r1', 'r2'),
    notice('2026-11-26', 'overdue', 'r9'),
  ]);
  expect(newestOf([])).toEqual([]);
});
