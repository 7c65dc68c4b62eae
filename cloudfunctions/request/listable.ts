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
export function isListable(row: Row<'requests'>): boolean {
  const isWhole = head.safeParse(row).success;
  if (!isWhole) log('error', { function: 'request', fault: 'a request cannot be listed' });
  return isWhole;
}

/** From where a list goes on after these: the last place that is one, be its row listable or not. */
export const nextAfter = (rows: readonly Row<'requests'>[]): string | null =>
  rows
    .map((row) => row.submittedAt)
    .filter((at) => submittedAt.schema.safeParse(at).success)
    .at(-1) ?? null;
