import type { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { standingOf, tallied, type Figures } from '../domain/pack-figures';
import { gt, holdsValue, oneOf } from '../platform/conditions';
import type { Handlers } from '../platform/handler';
import type { Store } from '../platform/store';

type Statistics = Handlers<typeof operator>['statistics'];
type Counted = Parameters<Statistics>[0]['input']['of'];
interface Page {
  figures: Figures;
  looked: number;
  last: string | undefined;
}

const PAGE = 1000;
const byId = { orderBy: ['_id', 'asc'], limit: PAGE } as const;
const after = (id: string) => ({ _id: id === '' ? holdsValue(true) : gt(id) });
const pageOf = (rows: readonly { _id: string }[], figures: Figures): Page => ({
  figures,
  looked: rows.length,
  last: rows.at(-1)?._id,
});

async function requestPage(store: Store, from: string, now: Date): Promise<Page> {
  const only = [
    ...(['_id', 'subject', 'kind', 'state', 'open'] as const),
    ...(['verifiedAt', 'dueOn', 'decidedAt', 'history'] as const),
  ];
  const rows = await store.find('requests', after(from), { ...byId, only });
  const waiting = [...new Set(rows.filter(({ open }) => open).map(({ subject }) => subject))];
  const present =
    waiting.length === 0
      ? []
      : await store.find('accounts', { _id: oneOf(waiting) }, { limit: PAGE, only: ['_id'] });
  const alive = new Set(present.map(({ _id }) => _id));
  return pageOf(rows, tallied(rows.map((row) => [row.kind, standingOf(row, alive.has(row.subject), now)])));
}

type Switches = Readonly<Record<string, { granted: boolean } | undefined>> | undefined;

const switchesOf = (switches: Switches): [string, Record<string, number>][] =>
  Object.entries(switches ?? {}).map(([name, choice]) => [
    name,
    { [choice?.granted === true ? 'granted' : 'withdrawn']: 1 },
  ]);

async function choicePage(store: Store, from: string, column: 'grants' | 'shares'): Promise<Page> {
  const rows = await store.find('accounts', after(from), { ...byId, only: ['_id', column] });
  return pageOf(rows, tallied(rows.flatMap((row) => switchesOf(row[column]))));
}

async function auditPage(store: Store, from: string): Promise<Page> {
  const rows = await store.find('audits', after(from), { ...byId, only: ['_id', 'action'] });
  return pageOf(rows, tallied(rows.map(({ action }) => [action, { rows: 1 }])));
}

async function erasurePage(store: Store, from: string): Promise<Page> {
  const rows = await store.find('erasures', after(from), { ...byId, only: ['_id', 'state'] });
  return pageOf(rows, tallied(rows.map(({ state }) => ['erasures', { [state]: 1 }])));
}

async function disclosurePage(store: Store, from: string): Promise<Page> {
  const rows = await store.find('disclosures', after(from), {
    ...byId,
    only: ['_id', 'to', 'kind', 'state', 'exception'],
  });
  // An authority's name may be anybody's words; under law only the case counts.
  return pageOf(
    rows,
    tallied(rows.map(({ to, kind, state, exception }) => [`${exception ?? to}.${kind}`, { [state]: 1 }])),
  );
}

const pages: Readonly<Record<Counted, (store: Store, from: string, now: Date) => Promise<Page>>> = {
  requests: requestPage,
  consents: (store, from) => choicePage(store, from, 'grants'),
  shares: (store, from) => choicePage(store, from, 'shares'),
  audits: auditPage,
  erasures: erasurePage,
  disclosures: disclosurePage,
};

/** Figures over one page of a table, by id, to be added up by the caller: counts alone, no personal data. */
export const statistics: Statistics = async ({ store, input, now }) => {
  const { figures, looked, last } = await pages[input.of](store, input.after ?? '', now);
  return ok({ figures, looked, next: looked === PAGE ? (last ?? null) : null });
};
