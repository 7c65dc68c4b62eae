import * as z from 'zod/mini';
import { dataMap } from '../../src/contracts/data-map';
import { log } from '../platform/log';
import type { Row } from '../platform/store';

const { kind, state, version, submittedAt, dueOn, provisional } = dataMap.requests.fields;
/** What a list shows of a request. */
const head = z.object({
  kind: kind.schema,
  state: state.schema,
  version: version.schema,
  submittedAt: submittedAt.schema,
  dueOn: dueOn.schema,
  provisional: provisional.schema,
});

/**
 * Whether a list can show a request. What somebody edited into nonsense is told to whoever watches the logs and left
 * out, so that it does not take the person's others with it.
 */
function isListable(row: Row<'requests'>): boolean {
  const isWhole = head.safeParse(row).success;
  if (!isWhole) log('error', { function: 'request', fault: 'a request cannot be listed' });
  return isWhole;
}

const PAGE = 50;
/** How many are read for a page: some of one instant can be more than one. */
export const READ_FOR_PAGE = 100;

/** The last place that is one, be its row listable or not. */
const lastPlace = (rows: readonly Row<'requests'>[]): string | undefined =>
  rows
    .map((row) => row.submittedAt)
    .filter((at) => submittedAt.schema.safeParse(at).success)
    .at(-1);

/**
 * The first page of these rows, newest first, and from where the list goes on. What was filed in one instant stays on
 * one page, for the next begins before that instant: a request that is filed anew keeps the instant of the one before.
 */
export function pageOf(rows: readonly Row<'requests'>[]) {
  const last = rows.length > PAGE ? lastPlace(rows.slice(0, PAGE)) : undefined;
  const page = last === undefined ? rows : rows.filter((row) => row.submittedAt >= last);
  return { page: page.filter(isListable), next: page.length < rows.length ? (last ?? null) : null };
}
