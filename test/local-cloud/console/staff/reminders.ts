import type { Output } from '../../../../src/contracts/operation';
import type { staff } from '../../../../src/contracts/staff';

type Reminder = Output<typeof staff.notices>['notices'][number];

/**
 * The reminders of the last day that has any, one a kind: of what can be found several times a day, each finding has a
 * notice of its own, and together they are what staff must know of.
 */
export function newestOf(all: readonly Reminder[]): Reminder[] {
  const kinds = new Map<Reminder['kind'], Reminder>();
  for (const reminder of all.filter(({ day }) => day === all[0]?.day)) {
    const { count = 0, requestIds = [] } = kinds.get(reminder.kind) ?? {};
    kinds.set(reminder.kind, {
      ...reminder,
      count: count + reminder.count,
      requestIds: [...requestIds, ...reminder.requestIds],
    });
  }
  return [...kinds.values()];
}
