import { dataMap } from '../../src/contracts/data-map';
import { queueRow, type Queued } from '../../cloudfunctions/domain/requests/queue-row';
import { sealRow } from '../../cloudfunctions/platform/sealing';
import type { TestCloud } from './cloud';
import { dataOf } from './expect-answer';
import { insert, orderedId } from './frozen-people';
import { makePerson } from './person';

/** Rows made at once, so that a million take no more memory than these. */
const CHUNK = 1_000;
const submittedAt = '2026-03-02T02:00:00.000Z';
/** Soon after, for what a row says of its working days is counted day by day. */
const asOf = new Date('2026-03-12T02:00:00.000Z');

/** A row as `reconcile` writes it, due on one of the working days of a month; each fiftieth is urgent. */
function rowAt(index: number, subject: string): object {
  const request: Queued = {
    subject,
    kind: index % 50 === 0 ? 'leak' : 'complaint',
    state: 'verified',
    version: 1,
    channel: 'app',
    minor: false,
    submittedAt,
    dueOn: `2026-03-${String((index % 28) + 1).padStart(2, '0')}`,
    provisional: false,
    priority: index % 50 === 0 ? 0 : 1,
    history: [{ at: submittedAt, move: 'submit', by: 'subject', state: 'verified' }],
  };
  const id = orderedId(3, index);
  return sealRow(dataMap.review_queue, id, queueRow(id, request, '138****8000', asOf));
}

/** Gives staff's list so many rows, all of one person who registers for it, the first of this cloud. */
export async function fillQueue(on: TestCloud, many: number): Promise<void> {
  dataOf(await makePerson(on).register());
  const [account] = on.rows('accounts');
  const subject = String(account?.['_id']);
  for (let from = 0; from < many; from += CHUNK) {
    const length = Math.min(CHUNK, many - from);
    await insert(
      on,
      'review_queue',
      Array.from({ length }, (_, offset) => rowAt(from + offset, subject)),
    );
  }
}
