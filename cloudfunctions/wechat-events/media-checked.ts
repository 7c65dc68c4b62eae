import { setTimeout as pause } from 'node:timers/promises';
import type { MediaChecked } from '../../src/contracts/wechat-events';
import { ok, type Result } from '../../src/contracts/result';
import type { Services } from '../platform/handler';
import { lookAgain, settleCheck } from '../platform/picture-check';
import type { Row, Store } from '../platform/store';
import { verdictIn } from '../platform/wechat';

/** The call that asked may still be writing down by which name the verdict comes. */
const WRITING_MS = 1000;

/** The picture that a look is about. */
async function lookedAt(store: Store, trace: string): Promise<Row<'pictures'> | undefined> {
  const read = async () => (await store.find('pictures', { trace }, { limit: 1 })).at(0);
  const row = await read();
  if (row) return row;
  await pause(WRITING_MS);
  return read();
}

/**
 * Settles the picture that a verdict of WeChat is about. A verdict on a picture that is gone, or is settled already,
 * changes nothing; where WeChat could not look, the timer of `reconcile` asks again or leaves it to a person.
 */
export async function mediaChecked(
  work: Services & { now: Date },
  { trace_id: trace, errcode = 0, result }: MediaChecked,
): Promise<Result<undefined>> {
  const row = await lookedAt(work.store, trace);
  if (!row) return ok(undefined);
  if (errcode === 0) await settleCheck(work, row, verdictIn(result));
  else await lookAgain(work, row);
  return ok(undefined);
}
