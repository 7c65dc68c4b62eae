import { noticeKinds, keysOf, type NoticeKind } from '../../src/contracts/request-vocabulary';
import { dueDays } from '../domain/calendar/deadlines';
import { isNextYearMissing } from '../domain/calendar/missing-year';
import { beijingDay, type IsoDay } from '../domain/calendar/working-days';
import { lt, oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import { log } from '../platform/log';
import { Conflict, type Filter } from '../platform/store';
import { dataMap } from '../../src/contracts/data-map';
import { sealRow } from '../platform/sealing';

/** Numbers named in a reminder; the list shows the rest. */
const NAMED = 20;
type Queue = Filter<'review_queue'>;

/** What each reminder counts, on a day; nothing where it is not about requests. */
const counted: Readonly<Partial<Record<NoticeKind, (today: IsoDay) => Queue>>> = {
  'due-5': (today) => ({ dueOn: oneOf(dueDays(today, 5)) }),
  'due-2': (today) => ({ dueOn: oneOf(dueDays(today, 2)) }),
  'due-0': (today) => ({ dueOn: oneOf(dueDays(today, 0)) }),
  overdue: (today) => ({ dueOn: lt(today) }),
};

async function remind({ store, now }: Job, code: NoticeKind, count: number, requestIds: string[]) {
  const day = beijingDay(now);
  const { role } = noticeKinds[code];
  const notice = { day, kind: code, role, count, requestIds, at: now.toISOString() };
  await store.add('staff_notices', [sealRow(dataMap.staff_notices, `${day}.${code}`, notice)]);
  // Whoever watches the logs is told of what may not wait for somebody to look.
  if (role === 'supervisor')
    log('error', { function: 'reconcile', fault: 'staff are reminded', found: code });
}

/**
 * Reminds staff once a Beijing day of what is due in 5, 2 and 0 working days, and who supervises of what is overdue
 * and, from December on, of a calendar that does not know the next year. Two runs at once remind once: the row's id is
 * the day and kind. One call on a day that was reminded.
 */
export async function remindStaff(job: Job): Promise<{ reminded: number }> {
  const { store, now } = job;
  const today = beijingDay(now);
  // Counted, for it is there whichever release wrote it.
  if ((await store.count('staff_notices', { _id: `${today}.due-0` })) > 0) return { reminded: 0 };
  let reminded = 0;
  // The one that says the day is done comes last, so that a run that dies half-way is finished by the next.
  const order = keysOf(noticeKinds).filter((kind) => kind !== 'due-0');
  for (const kind of [...order, 'due-0'] as const) {
    const filter = counted[kind]?.(today);
    const count = filter
      ? await store.count('review_queue', filter)
      : Number(kind === 'unlisted' && isNextYearMissing(today));
    if (count === 0 && kind !== 'due-0') continue;
    const rows =
      filter && count > 0
        ? await store.find('review_queue', filter, {
            orderBy: ['rank', 'asc'],
            limit: NAMED,
            only: ['_id'],
            known: true,
          })
        : [];
    try {
      await remind(
        job,
        kind,
        count,
        rows.map(({ _id }) => _id),
      );
      reminded += Number(count > 0);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
  return { reminded };
}
