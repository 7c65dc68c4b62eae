import type { CollectionName } from '../../src/contracts/data-map';
import { recipients } from '../../src/contracts/data-map/recipients';
import type { SignalName } from '../../src/contracts/health';
import type { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { isNextYearMissing } from '../domain/calendar/missing-year';
import { addCalendarDays, addWorkingDays, beijingDay, type IsoDay } from '../domain/calendar/working-days';
import { daysSince, endingBy, judged, patience, type Counted } from '../domain/health';
import { gt, lt, lte, oneOf } from '../platform/conditions';
import type { Handlers } from '../platform/handler';
import type { Filter, Row, Store } from '../platform/store';
import { Unreadable } from '../platform/unreadable';
import { firstUnanchored } from './anchor';
import { schemaStanding } from './migrate';

interface Moment {
  store: Store;
  now: Date;
  today: IsoDay;
  /** That many milliseconds ago, as an instant. */
  ago: (milliseconds: number) => string;
  standing: ReturnType<typeof schemaStanding>;
}

/** A row that this code does not know hides when it began, and must not hide that it is there. */
const unlessUnknown =
  <T>(otherwise: T) =>
  (error: unknown): T => {
    if (error instanceof Unreadable) return otherwise;
    throw error;
  };

/** How many rows are so, and the oldest by a column of the index that the filter uses. */
async function oldest<N extends CollectionName>(
  store: Store,
  collection: N,
  filter: Filter<N>,
  by: keyof Row<N> & string,
): Promise<Counted> {
  const count = await store.count(collection, filter);
  if (count === 0) return { count, since: null };
  const [first] = await store
    .find(collection, filter, { orderBy: [by, 'asc'], limit: 1, only: [by] })
    .catch(unlessUnknown([]));
  const since = first?.[by];
  return { count, since: typeof since === 'string' ? since : null };
}

const only = async (count: Promise<number>): Promise<Counted> => ({ count: await count, since: null });

/** How many days have passed since the first that should have its anchor began; quiet days have none. */
async function anchorLag({ store, now }: Moment): Promise<Counted> {
  const since = await firstUnanchored({ store, now }).catch(unlessUnknown(undefined));
  if (since === undefined) return { count: 0, since: null };
  return { count: daysSince(since, now), since };
}

/** Rows of all collections that are of another version than this code's. */
const ofAnother = async ({ standing }: Moment, which: 'older' | 'unknown'): Promise<Counted> => ({
  count: (await standing).reduce((sum, counts) => sum + counts[which], 0),
  since: null,
});

/** How each signal is counted: two calls at most, each by an index; of schemas, two for each collection. */
const counting: Readonly<Record<SignalName, (moment: Moment) => Counted | Promise<Counted>>> = {
  queue: ({ store }) => oldest(store, 'requests', { open: true }, 'dueOn'),
  'due-soon': async ({ store, today }) => {
    const soon = addWorkingDays(today, patience.dueSoonWorkingDays).day;
    const [until, before] = [
      { open: true, dueOn: lte(soon) },
      { open: true, dueOn: lt(today) },
    ];
    return only(
      Promise.all([store.count('requests', until), store.count('requests', before)]).then(([a, b]) => a - b),
    );
  },
  overdue: ({ store, today }) => oldest(store, 'requests', { open: true, dueOn: lt(today) }, 'dueOn'),
  failed: ({ store }) => oldest(store, 'requests', { state: 'failed' }, 'submittedAt'),
  decisions: ({ store }) => only(store.count('staff_decisions', { submit: true, result: oneOf([null, '']) })),
  'erasures-due': ({ store }) => oldest(store, 'accounts', { status: 'frozen' }, 'eraseAfter'),
  'erasures-late': ({ store, ago }) =>
    oldest(
      store,
      'accounts',
      { status: 'frozen', eraseAfter: lt(ago(patience.erasureBegins)) },
      'eraseAfter',
    ),
  'erasures-stuck': ({ store, ago }) =>
    oldest(
      store,
      'erasures',
      { state: oneOf(['begun', 'wiped']), begunAt: lt(ago(patience.erasureEnds)) },
      'begunAt',
    ),
  erased: ({ store, ago }) => only(store.count('erasures', { certifiedAt: gt(ago(patience.lately)) })),
  'messages-late': ({ store, ago }) =>
    oldest(store, 'messages', { state: 'waiting', nextAt: lt(ago(patience.messageLeaves)) }, 'nextAt'),
  'messages-failed': ({ store, ago }) =>
    only(store.count('messages', { state: 'given-up', nextAt: gt(ago(patience.lately)) })),
  'deliveries-late': ({ store, ago }) =>
    oldest(store, 'disclosures', { state: 'waiting', nextAt: lt(ago(patience.deliveryLeaves)) }, 'nextAt'),
  anchors: anchorLag,
  provisional: ({ store }) => oldest(store, 'requests', { provisional: true, open: true }, 'dueOn'),
  calendar: ({ today }) => ({ count: Number(isNextYearMissing(today)), since: null }),
  agreements: ({ today }) =>
    endingBy(addCalendarDays(today, patience.agreementDays), Object.values(recipients)),
  'schema-older': (moment) => ofAnother(moment, 'older'),
  'schema-unknown': (moment) => ofAnother(moment, 'unknown'),
};

/** Whether the platform keeps up: counts by index, however much there is; nothing of anybody. */
export const health: Handlers<typeof operator>['health'] = async ({ store, now }) => {
  const moment: Moment = {
    store,
    now,
    today: beijingDay(now),
    ago: (milliseconds) => new Date(now.getTime() - milliseconds).toISOString(),
    standing: schemaStanding({ store }),
  };
  const signals = await Promise.all(
    (Object.keys(counting) as SignalName[]).map(async (name) => judged(name, await counting[name](moment))),
  );
  return ok({ at: now.toISOString(), signals });
};
